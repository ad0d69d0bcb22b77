/**
 * Where everything of a picture goes: boxes that fit their text, placed side by side by group, and lines that run at
 * right angles from row to row. The placing is done by the Eclipse Layout Kernel, seen by
 * {@link lamin.graph.layout.Placement} alone. Start at {@link lamin.graph.layout.Layout}.
 */
@NullMarked
package lamin.graph.layout;

import org.jspecify.annotations.NullMarked;
