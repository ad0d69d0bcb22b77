/**
 * Graphs for other programs: nodes and edges with named properties, of schemas or anything else. Start at
 * {@link lamin.graph.property.PropertyGraph}.
 */
@NullMarked
package lamin.graph.property;

import org.jspecify.annotations.NullMarked;
