package lamin.graph.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.property.Property;
import lamin.graph.property.PropertyGraph;
import lamin.graph.property.PropertyGraph.Edge;
import lamin.graph.property.PropertyGraph.Node;
import lamin.schema.model.Column;
import lamin.schema.model.Table;
import org.jgrapht.Graph;

/** A schema for other programs: tables are nodes with their module, entity and columns, foreign keys are edges. */
public final class SchemaProperties {
    private SchemaProperties() {}

    public static PropertyGraph of(Graph<Table, Reference> tables) {
        return new PropertyGraph(
                tables.vertexSet().stream().map(SchemaProperties::node).toList(),
                tables.edgeSet().stream().map(SchemaProperties::edge).toList());
    }

    private static Node node(Table table) {
        var properties = new LinkedHashMap<String, Property>();
        properties.put("module", Property.of(table.module()));
        properties.put("entity", Property.of(table.entity()));
        properties.put("columns", columns(table));
        return new Node(table.name().toString(), properties);
    }

    private static Property columns(Table table) {
        List<Property> columns =
                table.columns().stream().map(column -> column(table, column)).toList();
        return new Property.Items(columns);
    }

    private static Property column(Table table, Column column) {
        var fields = new LinkedHashMap<String, Property>();
        fields.put("name", Property.of(column.name()));
        fields.put("type", Property.of(column.type().display()));
        fields.put("nullable", Property.of(column.nullable()));
        fields.put("primary_key", Property.of(table.isPrimaryKey(column.name())));
        return new Property.Fields(fields);
    }

    private static Edge edge(Reference reference) {
        var key = reference.key();
        Map<String, Property> properties = new LinkedHashMap<>();
        properties.put("columns", Property.of(key.columns()));
        properties.put("target_columns", Property.of(key.targetColumns()));
        properties.put("on_delete", Property.of(key.onDelete().sql()));
        return new Edge(
                reference.name(),
                reference.source().toString(),
                reference.target().toString(),
                properties);
    }
}
