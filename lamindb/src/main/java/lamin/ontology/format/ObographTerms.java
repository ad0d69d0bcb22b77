package lamin.ontology.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import lamin.ontology.Term;
import lamin.ontology.Terms;
import org.jspecify.annotations.Nullable;

/** The classes of an ontology in obographs JSON. Its edges are read first, and kept: they follow the nodes in the file. */
final class ObographTerms implements Terms {
    private final Path path;
    private final JsonParser json;
    private final ObographEdges edges;
    private boolean isInNodes;

    private ObographTerms(Path path, JsonParser json, ObographEdges edges) {
        this.path = path;
        this.json = json;
        this.edges = edges;
    }

    static ObographTerms open(Path path, Contents contents) throws IOException {
        var edges = edges(contents, path);
        return new ObographTerms(path, JsonTerms.parser(contents.open(path)), edges);
    }

    private static ObographEdges edges(Contents contents, Path path) throws IOException {
        try (var json = JsonTerms.parser(contents.open(path))) {
            try {
                return ObographEdges.read(json);
            } catch (IOException | TermFailure e) {
                throw JsonTerms.located(e, json);
            }
        }
    }

    @Override
    public @Nullable Term next() {
        try {
            while (isInNodes || toNodes()) {
                if (json.nextToken() == JsonToken.END_ARRAY) {
                    isInNodes = false;
                    continue;
                }
                JsonTerms.expect(json.currentToken(), JsonToken.START_OBJECT, json);
                var term = node();
                if (term != null) {
                    return term;
                }
            }
            return null;
        } catch (IOException | TermFailure e) {
            throw JsonTerms.located(e, json).in(path);
        }
    }

    private boolean toNodes() throws IOException {
        isInNodes = ObographEdges.toArray(json, "nodes");
        return isInNodes;
    }

    /** Null if the node is not a class. */
    private @Nullable Term node() throws IOException {
        var term = new TermBuilder(TermId.OF_ONTOLOGY);
        String id = null;
        var isClass = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var member = json.currentName();
            json.nextToken();
            switch (member) {
                case "id" -> id = JsonTerms.text(json);
                case "lbl" -> term.name(JsonTerms.text(json));
                case "type" -> isClass = json.getText().equals("CLASS");
                case "meta" -> ObographMeta.read(json, term);
                default -> json.skipChildren();
            }
        }
        if (id == null) {
            throw new TermFailure("expected an id in a node, found none");
        }
        if (!isClass) {
            return null;
        }
        term.id(id);
        edges.addTo(term, id);
        return term.build(String.valueOf(term.id()));
    }

    @Override
    public void close() {
        Closing.close(json);
    }
}
