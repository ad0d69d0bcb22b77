/**
 * The schema of an instance as a graph of tables and foreign keys: drawn, exported, or listed on a terminal. Start at
 * {@link lamin.graph.SchemaGraph} and {@link lamin.graph.SchemaView}.
 */
@NullMarked
package lamin.graph;

import org.jspecify.annotations.NullMarked;
