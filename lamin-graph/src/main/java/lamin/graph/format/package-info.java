/**
 * Formats for writing a graph, one class each. Some draw a picture, which may omit a lot; those for other programs
 * contain every node and edge. Start at {@link lamin.graph.format.Format} and {@link lamin.graph.format.Formats}.
 */
@NullMarked
package lamin.graph.format;

import org.jspecify.annotations.NullMarked;
