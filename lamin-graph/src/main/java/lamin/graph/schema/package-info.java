/**
 * A schema as a graph. In its picture, link tables become lines, references to hubs become notes on their row, and
 * columns shared by most tables are listed once. For other programs every table is a node and every foreign key an
 * edge. Start at {@link lamin.graph.schema.SchemaPicture}.
 */
@NullMarked
package lamin.graph.schema;

import org.jspecify.annotations.NullMarked;
