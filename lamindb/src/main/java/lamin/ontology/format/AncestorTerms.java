package lamin.ontology.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import lamin.ontology.Synonym.Scope;
import lamin.ontology.Term;
import lamin.ontology.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one JSON object whose members are terms by id, each with all its ancestors and their distances. Those at
 * distance 1 are the parents, including what the term is part of.
 */
final class AncestorTerms implements Terms {
    private final Path path;
    private final JsonParser json;

    /** The parser is at the first member, or at the end of an object without one. */
    AncestorTerms(Path path, JsonParser json) {
        this.path = path;
        this.json = json;
    }

    @Override
    public @Nullable Term next() {
        try {
            if (json.currentToken() != JsonToken.FIELD_NAME) {
                requireEnd();
                return null;
            }
            return term(json.currentName());
        } catch (IOException | TermFailure e) {
            throw JsonTerms.located(e, json).in(path);
        }
    }

    private void requireEnd() throws IOException {
        if (json.currentToken() == JsonToken.END_OBJECT && json.nextToken() != null) {
            throw new TermFailure("expected the end of the file, found " + TermFailure.excerpt(json.getText()));
        }
    }

    private Term term(String id) throws IOException {
        JsonTerms.expect(json.nextToken(), JsonToken.START_OBJECT, json);
        var term = new TermBuilder(TermId.OF_TABLE);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var member = json.currentName();
            json.nextToken();
            read(term, member);
        }
        json.nextToken();
        term.id(id);
        return term.build(String.valueOf(term.id()));
    }

    private void read(TermBuilder term, String member) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        switch (member) {
            case "label" -> term.name(JsonTerms.text(json));
            case "description" -> term.definition(JsonTerms.text(json));
            case "deprecated" -> term.obsolete(JsonTerms.bool(json));
            case "ancestors" -> ancestors(term);
            case "synonyms" -> each(text -> term.synonym(text, Scope.EXACT));
            case "replaced_by" -> each(term::replacedBy);
            case "consider" -> each(term::consider);
            default -> json.skipChildren();
        }
    }

    private void ancestors(TermBuilder term) throws IOException {
        JsonTerms.expect(json.currentToken(), JsonToken.START_OBJECT, json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var ancestor = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new TermFailure(
                        "expected the distance of " + ancestor + ", found " + TermFailure.excerpt(json.getText()));
            }
            if (json.getIntValue() == 1) {
                term.isA(ancestor);
            }
        }
    }

    /** The current text, or those of the current array. */
    private void each(Consumer<String> reader) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                reader.accept(JsonTerms.text(json));
            }
        } else {
            reader.accept(JsonTerms.text(json));
        }
    }

    @Override
    public void close() {
        Closing.close(json);
    }
}
