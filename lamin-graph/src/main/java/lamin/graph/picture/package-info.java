/**
 * What a picture of a schema shows, before anything has a place: boxes with rows, edges between rows, groups of boxes.
 * Here link tables become edges, references to hubs become notes on their row, and the columns that most tables have
 * are told once. Start at {@link lamin.graph.picture.Picture}.
 */
@NullMarked
package lamin.graph.picture;

import org.jspecify.annotations.NullMarked;
