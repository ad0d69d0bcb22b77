/**
 * The contents of a picture of a graph, before layout: boxes with rows, lines between boxes or their rows, groups of
 * boxes. Start at {@link lamin.graph.picture.Picture}.
 */
@NullMarked
package lamin.graph.picture;

import org.jspecify.annotations.NullMarked;
