package lamin.graph.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.picture.Reference;
import lamin.schema.model.Table;
import org.jgrapht.Graph;

/** Node-link JSON as networkx 3.6 and later read it by default; before that pass {@code edges="edges"}. */
final class Json implements Format.OfGraph {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public String name() {
        return "json";
    }

    @Override
    public byte[] write(Graph<Table, Reference> graph) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("directed", true);
        document.put("multigraph", true);
        document.put("graph", Map.of());
        document.put("nodes", graph.vertexSet().stream().map(Json::node).toList());
        document.put("edges", graph.edgeSet().stream().map(Json::edge).toList());
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a graph of texts and numbers could not be written as JSON", e);
        }
    }

    private static Map<String, Object> node(Table table) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", table.name().toString());
        node.put("module", table.module());
        node.put("entity", table.entity());
        node.put("columns", columns(table));
        return node;
    }

    private static List<Map<String, Object>> columns(Table table) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (var column : table.columns()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", column.name());
            entry.put("type", column.type().display());
            entry.put("nullable", column.nullable());
            entry.put("primary_key", table.isPrimaryKey(column.name()));
            columns.add(entry);
        }
        return columns;
    }

    private static Map<String, Object> edge(Reference reference) {
        Map<String, Object> edge = new LinkedHashMap<>();
        edge.put("source", reference.source().toString());
        edge.put("target", reference.target().toString());
        edge.put("key", reference.name());
        edge.put("columns", reference.key().columns());
        edge.put("target_columns", reference.key().targetColumns());
        edge.put("on_delete", reference.key().onDelete().sql());
        return edge;
    }
}
