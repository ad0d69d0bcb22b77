/**
 * Graphs that can be drawn and exported, first of all the tables and foreign keys of a schema. Start at
 * {@link lamin.graph.SchemaGraph}; what all graphs have in common is {@link lamin.graph.ExportableGraph}.
 */
@NullMarked
package lamin.graph;

import org.jspecify.annotations.NullMarked;
