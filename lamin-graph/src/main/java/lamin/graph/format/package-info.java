/**
 * The ways to write a schema's graph, one class per format. Formats that show a picture fold link tables; formats for
 * other programs hold every table and foreign key. Start at {@link lamin.graph.format.Format} and
 * {@link lamin.graph.format.Formats}.
 */
@NullMarked
package lamin.graph.format;

import org.jspecify.annotations.NullMarked;
