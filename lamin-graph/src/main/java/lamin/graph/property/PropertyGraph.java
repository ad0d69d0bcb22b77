package lamin.graph.property;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * A directed graph whose nodes and edges have named properties. A node may have an edge to itself, and several to
 * another node. Nodes, edges and properties keep their order.
 */
public record PropertyGraph(List<Node> nodes, List<Edge> edges) {
    /** A node; its id is unique in the graph. */
    public record Node(String id, Map<String, Property> properties) {
        public Node {
            properties = ordered(properties);
        }
    }

    /**
     * An edge.
     *
     * @param key distinguishes it from other edges between the same nodes
     * @param source the id of the node that it leaves
     * @param target the id of the node that it points to
     */
    public record Edge(String key, String source, String target, Map<String, Property> properties) {
        public Edge {
            properties = ordered(properties);
        }
    }

    public PropertyGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        var ids = new HashSet<String>();
        for (var node : nodes) {
            require(ids.add(node.id()), "two nodes have the id " + node.id());
        }
        var keys = new HashSet<List<String>>();
        for (var edge : edges) {
            require(ids.contains(edge.source()), "edge " + edge.key() + " leaves no node: " + edge.source());
            require(ids.contains(edge.target()), "edge " + edge.key() + " points to no node: " + edge.target());
            require(
                    keys.add(List.of(edge.source(), edge.target(), edge.key())),
                    "two edges from " + edge.source() + " to " + edge.target() + " have the key " + edge.key());
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static Map<String, Property> ordered(Map<String, Property> properties) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The names of the properties that edges have, in the order in which they first appear. */
    public Set<String> edgeProperties() {
        var names = new LinkedHashSet<String>();
        edges.forEach(edge -> names.addAll(edge.properties().keySet()));
        return names;
    }

    /** The same graph as a JGraphT graph, for its algorithms and exporters. */
    public Graph<Node, Edge> asGraph() {
        var graph = new DirectedPseudograph<Node, Edge>(Edge.class);
        var byId = new LinkedHashMap<String, Node>();
        nodes.forEach(node -> byId.put(node.id(), node));
        byId.values().forEach(graph::addVertex);
        for (var edge : edges) {
            graph.addEdge(
                    Objects.requireNonNull(byId.get(edge.source())),
                    Objects.requireNonNull(byId.get(edge.target())),
                    edge);
        }
        return graph;
    }
}
