/**
 * Graphs that can be drawn and exported, above all the tables and foreign keys of a schema. Start at
 * {@link lamin.graph.SchemaGraph}; {@link lamin.graph.ExportableGraph} is common to all graphs.
 */
@NullMarked
package lamin.graph;

import org.jspecify.annotations.NullMarked;
