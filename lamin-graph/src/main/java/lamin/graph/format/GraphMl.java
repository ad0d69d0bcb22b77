package lamin.graph.format;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lamin.graph.property.Property;
import lamin.graph.property.PropertyGraph;
import lamin.graph.property.PropertyGraph.Edge;
import lamin.graph.property.PropertyGraph.Node;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/** GraphML, for Gephi, yEd, Cytoscape and networkx; lists are joined by commas. */
final class GraphMl implements Format.OfGraph {
    @Override
    public String name() {
        return "graphml";
    }

    @Override
    public byte[] write(PropertyGraph graph) {
        var exporter = new GraphMLExporter<Node, Edge>(Node::id);
        exporter.setVertexAttributeProvider(node -> attributes(node.properties()));
        exporter.setEdgeIdProvider(Edge::key);
        exporter.setEdgeAttributeProvider(edge -> attributes(edge.properties()));
        register(graph, exporter);
        var text = new StringWriter();
        exporter.exportGraph(graph.asGraph(), text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The exporter supports one declaration per name, so names used by both nodes and edges are declared for all. */
    private static void register(PropertyGraph graph, GraphMLExporter<Node, Edge> exporter) {
        var types = new LinkedHashMap<String, AttributeType>();
        var categories = new HashMap<String, AttributeCategory>();
        graph.nodes().forEach(node -> declare(node.properties(), AttributeCategory.NODE, types, categories));
        graph.edges().forEach(edge -> declare(edge.properties(), AttributeCategory.EDGE, types, categories));
        types.forEach(
                (name, type) -> exporter.registerAttribute(name, Objects.requireNonNull(categories.get(name)), type));
    }

    private static void declare(
            Map<String, Property> properties,
            AttributeCategory category,
            Map<String, AttributeType> types,
            Map<String, AttributeCategory> categories) {
        properties.forEach((name, value) -> {
            types.merge(name, type(value), (one, other) -> one == other ? one : AttributeType.STRING);
            categories.merge(name, category, (one, other) -> one == other ? one : AttributeCategory.ALL);
        });
    }

    private static AttributeType type(Property property) {
        return switch (property) {
            case Property.Whole number -> AttributeType.LONG;
            case Property.Flag flag -> AttributeType.BOOLEAN;
            case Property.Text text -> AttributeType.STRING;
            case Property.Items items -> AttributeType.STRING;
            case Property.Fields fields -> AttributeType.STRING;
        };
    }

    private static Map<String, Attribute> attributes(Map<String, Property> properties) {
        var attributes = new LinkedHashMap<String, Attribute>();
        properties.forEach((name, value) -> attributes.put(name, new DefaultAttribute<>(value.text(), type(value))));
        return attributes;
    }
}
