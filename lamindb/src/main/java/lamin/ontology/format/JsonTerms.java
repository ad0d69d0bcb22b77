package lamin.ontology.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import lamin.ontology.Terms;

/** Terms in JSON: obographs, or one object with a member for each term, as cellxgene-ontology-guide has them. */
final class JsonTerms {
    private static final Set<String> OBOGRAPHS = Set.of("graphs", "meta", "@context", "id");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Lines.MAX_BYTES)
                    .maxNameLength(1 << 16)
                    .maxNestingDepth(100)
                    .build())
            .build();

    private JsonTerms() {}

    static Terms open(Path path, InputStream in, Contents contents) throws IOException {
        var json = parser(in);
        try {
            expect(json.nextToken(), JsonToken.START_OBJECT, json);
            var first = json.nextToken();
            if (first != JsonToken.FIELD_NAME || !OBOGRAPHS.contains(json.currentName())) {
                return new AncestorTerms(path, json);
            }
        } catch (IOException | TermFailure e) {
            throw located(e, json);
        }
        json.close();
        return ObographTerms.open(path, contents);
    }

    static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /** The failure with its place. */
    static TermFailure located(Exception e, JsonParser json) {
        if (e instanceof com.fasterxml.jackson.core.JacksonException jackson) {
            var place = jackson.getLocation();
            return new TermFailure(
                    (place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ")
                            + "expected valid JSON: " + jackson.getOriginalMessage(),
                    e);
        }
        var place = json.currentLocation();
        return new TermFailure(
                "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + e.getMessage(), e);
    }

    static void expect(JsonToken found, JsonToken expected, JsonParser json) throws IOException {
        if (found != expected) {
            throw new TermFailure("expected " + word(expected) + ", found "
                    + (found == null ? "the end of the file" : TermFailure.excerpt(String.valueOf(json.getText()))));
        }
    }

    private static String word(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            default -> token.toString();
        };
    }

    /** The current value as a text. */
    static String text(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_STRING, json);
        return json.getText();
    }

    static boolean bool(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new TermFailure("expected true or false, found " + TermFailure.excerpt(json.getText()));
        };
    }
}
