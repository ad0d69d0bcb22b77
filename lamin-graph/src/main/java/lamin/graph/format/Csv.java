package lamin.graph.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.graph.property.Property;
import lamin.graph.property.PropertyGraph;
import lamin.graph.property.PropertyGraph.Edge;

/** An edge list: a header, then one line for each edge (RFC 4180, but with line feeds only). */
final class Csv implements Format.OfGraph {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public byte[] write(PropertyGraph graph) {
        var properties = graph.edgeProperties();
        return Stream.concat(
                        Stream.of(header(properties)), graph.edges().stream().map(edge -> fields(edge, properties)))
                .map(fields -> fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static List<String> header(Set<String> properties) {
        var header = new ArrayList<>(List.of("source", "target", "key"));
        header.addAll(properties);
        return header;
    }

    private static List<String> fields(Edge edge, Set<String> properties) {
        var fields = new ArrayList<>(List.of(edge.source(), edge.target(), edge.key()));
        for (var name : properties) {
            fields.add(edge.properties().getOrDefault(name, Property.of("")).text());
        }
        return fields;
    }

    private static String quoted(String field) {
        var plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
