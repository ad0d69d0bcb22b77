package lamin.graph.format;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.graph.picture.Reference;
import lamin.schema.model.Table;
import org.jgrapht.Graph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/** GraphML, for Gephi, yEd, Cytoscape and networkx; what does not fit in one value is joined by commas. */
final class GraphMl implements Format.OfGraph {
    @Override
    public String name() {
        return "graphml";
    }

    @Override
    public byte[] write(Graph<Table, Reference> graph) {
        var exporter =
                new GraphMLExporter<Table, Reference>(table -> table.name().toString());
        exporter.setVertexAttributeProvider(GraphMl::attributes);
        exporter.setEdgeIdProvider(Reference::name);
        exporter.setEdgeAttributeProvider(GraphMl::attributes);
        for (var name : List.of("module", "entity", "columns")) {
            exporter.registerAttribute(name, AttributeCategory.NODE, AttributeType.STRING);
        }
        for (var name : List.of("column", "target_column", "on_delete")) {
            exporter.registerAttribute(name, AttributeCategory.EDGE, AttributeType.STRING);
        }
        var text = new StringWriter();
        exporter.exportGraph(graph, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Attribute> attributes(Table table) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        attributes.put("module", DefaultAttribute.createAttribute(table.module()));
        attributes.put("entity", DefaultAttribute.createAttribute(table.entity()));
        attributes.put("columns", DefaultAttribute.createAttribute(columns(table)));
        return attributes;
    }

    private static String columns(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type().display())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Attribute> attributes(Reference reference) {
        var key = reference.key();
        return Map.of(
                "column", DefaultAttribute.createAttribute(String.join(",", key.columns())),
                "target_column", DefaultAttribute.createAttribute(String.join(",", key.targetColumns())),
                "on_delete", DefaultAttribute.createAttribute(key.onDelete().sql()));
    }
}
