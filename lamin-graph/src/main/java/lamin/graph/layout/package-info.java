/**
 * Computes the layout of a picture: boxes that fit their text, placed side by side by group, and lines that run at
 * right angles from row to row. The Eclipse Layout Kernel does the placement; only {@link lamin.graph.layout.Placement}
 * uses it. Start at {@link lamin.graph.layout.Layout}.
 */
@NullMarked
package lamin.graph.layout;

import org.jspecify.annotations.NullMarked;
