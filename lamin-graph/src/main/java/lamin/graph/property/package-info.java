/**
 * Graphs as other programs read them: nodes and edges with named properties, of schemas as well as of anything else. Start
 * at {@link lamin.graph.property.PropertyGraph}.
 */
@NullMarked
package lamin.graph.property;

import org.jspecify.annotations.NullMarked;
