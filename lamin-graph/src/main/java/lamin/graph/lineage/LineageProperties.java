package lamin.graph.lineage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lamin.graph.lineage.LineageData.Node;
import lamin.graph.property.Property;
import lamin.graph.property.PropertyGraph;

/** A lineage for other programs: all of its nodes with their properties, and all arrows. */
public final class LineageProperties {
    private LineageProperties() {}

    public static PropertyGraph of(LineageData lineage) {
        var nodes =
                lineage.describe(IntStream.range(0, lineage.nodeCount()).boxed().toList());
        return new PropertyGraph(
                nodes.stream().map(LineageProperties::node).toList(),
                IntStream.range(0, lineage.arrowCount())
                        .mapToObj(arrow -> edge(lineage, arrow, nodes))
                        .toList());
    }

    private static PropertyGraph.Node node(Node node) {
        var properties = new LinkedHashMap<String, Property>();
        properties.put("kind", Property.of(node.kind().isRun() ? "run" : label(node.kind())));
        properties.putAll(node.properties());
        return new PropertyGraph.Node(node.id(), properties);
    }

    private static PropertyGraph.Edge edge(LineageData lineage, int arrow, List<Node> nodes) {
        var role = label(lineage.role(arrow));
        return new PropertyGraph.Edge(
                role,
                nodes.get(lineage.from(arrow)).id(),
                nodes.get(lineage.to(arrow)).id(),
                Map.of("role", Property.of(role)));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
