/**
 * The ways to write a graph, one class per format. Some draw a picture, which may leave out a lot; those for other programs
 * hold every node and edge. Start at {@link lamin.graph.format.Format} and
 * {@link lamin.graph.format.Formats}.
 */
@NullMarked
package lamin.graph.format;

import org.jspecify.annotations.NullMarked;
