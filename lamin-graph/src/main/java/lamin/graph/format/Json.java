package lamin.graph.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import lamin.graph.property.Property;
import lamin.graph.property.PropertyGraph;
import lamin.graph.property.PropertyGraph.Edge;
import lamin.graph.property.PropertyGraph.Node;

/** Node-link JSON as read by networkx 3.6 and later by default; for earlier versions pass {@code edges="edges"}. */
final class Json implements Format.OfGraph {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public String name() {
        return "json";
    }

    @Override
    public byte[] write(PropertyGraph graph) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("directed", true);
        document.put("multigraph", true);
        document.put("graph", Map.of());
        document.put("nodes", graph.nodes().stream().map(Json::node).toList());
        document.put("edges", graph.edges().stream().map(Json::edge).toList());
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a graph of texts and numbers could not be written as JSON", e);
        }
    }

    private static Map<String, Object> node(Node node) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", node.id());
        map.putAll(fields(node.properties()));
        return map;
    }

    private static Map<String, Object> edge(Edge edge) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", edge.source());
        map.put("target", edge.target());
        map.put("key", edge.key());
        map.putAll(fields(edge.properties()));
        return map;
    }

    private static Map<String, Object> fields(Map<String, Property> properties) {
        Map<String, Object> map = new LinkedHashMap<>();
        properties.forEach((name, value) -> map.put(name, value(value)));
        return map;
    }

    private static Object value(Property property) {
        return switch (property) {
            case Property.Text(var text) -> text;
            case Property.Whole(var number) -> number;
            case Property.Flag(var isSet) -> isSet;
            case Property.Items(var values) -> values.stream().map(Json::value).toList();
            case Property.Fields(var values) -> fields(values);
        };
    }
}
