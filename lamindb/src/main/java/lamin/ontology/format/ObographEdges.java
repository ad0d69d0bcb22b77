package lamin.ontology.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those edges of graphs that lead to parents, by the id of the child as the file has it. */
final class ObographEdges {
    private static final int MAX_EDGES = 10_000_000;

    private final Map<String, List<Edge>> byChild = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private int count;

    private record Edge(boolean isPartOf, String parent) {}

    private ObographEdges() {}

    static ObographEdges read(JsonParser json) throws IOException {
        var edges = new ObographEdges();
        while (toArray(json, "edges")) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                JsonTerms.expect(json.currentToken(), JsonToken.START_OBJECT, json);
                edges.edge(json);
            }
        }
        return edges;
    }

    /** Moves into the next array of that name directly below a graph; false at the end of the file. */
    static boolean toArray(JsonParser json, String name) throws IOException {
        for (var token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
                continue;
            }
            switch (depth(json)) {
                case 1, 3 -> JsonTerms.expect(token, JsonToken.START_OBJECT, json);
                case 2 -> {
                    if ("graphs".equals(json.currentName())) {
                        JsonTerms.expect(token, JsonToken.START_ARRAY, json);
                    } else {
                        json.skipChildren();
                    }
                }
                default -> {
                    if (name.equals(json.currentName())) {
                        JsonTerms.expect(token, JsonToken.START_ARRAY, json);
                        return true;
                    }
                    json.skipChildren();
                }
            }
        }
        return false;
    }

    /** How many structures the current one is in, with itself: 1 the file, 2 graphs, 3 a graph, 4 its nodes or edges. */
    private static int depth(JsonParser json) {
        var depth = 0;
        for (var context = json.getParsingContext();
                context != null && !context.inRoot();
                context = context.getParent()) {
            depth++;
        }
        return depth;
    }

    private void edge(JsonParser json) throws IOException {
        String child = null;
        String relation = null;
        String parent = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var member = json.currentName();
            json.nextToken();
            switch (member) {
                case "sub" -> child = JsonTerms.text(json);
                case "pred" -> relation = JsonTerms.text(json);
                case "obj" -> parent = JsonTerms.text(json);
                default -> json.skipChildren();
            }
        }
        add(child, relation, parent);
    }

    private void add(@Nullable String child, @Nullable String relation, @Nullable String parent) {
        if (child == null || relation == null || parent == null) {
            throw new TermFailure("expected an edge with sub, pred and obj, found one without "
                    + (child == null ? "sub" : relation == null ? "pred" : "obj"));
        }
        var isA = relation.equals("is_a");
        if (isA || Relations.isPartOf(relation)) {
            if (++count > MAX_EDGES) {
                throw new TermFailure("expected at most " + MAX_EDGES + " edges, found more");
            }
            byChild.computeIfAbsent(shared(child), id -> new ArrayList<>(2)).add(new Edge(!isA, shared(parent)));
        }
    }

    private String shared(String id) {
        var known = ids.putIfAbsent(id, id);
        return known == null ? id : known;
    }

    void addTo(TermBuilder term, String child) {
        for (var edge : byChild.getOrDefault(child, List.of())) {
            if (edge.isPartOf()) {
                term.partOf(edge.parent());
            } else {
                term.isA(edge.parent());
            }
        }
    }
}
