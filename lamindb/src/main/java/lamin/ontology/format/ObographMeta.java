package lamin.ontology.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The member {@code meta} of a node: definition, synonyms and further properties. */
final class ObographMeta {
    private ObographMeta() {}

    static void read(JsonParser json, TermBuilder term) throws IOException {
        JsonTerms.expect(json.currentToken(), JsonToken.START_OBJECT, json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var member = json.currentName();
            json.nextToken();
            switch (member) {
                case "definition" -> definition(json, term);
                case "synonyms" -> synonyms(json, term);
                case "basicPropertyValues" -> properties(json, term);
                case "deprecated" -> term.obsolete(JsonTerms.bool(json));
                default -> json.skipChildren();
            }
        }
    }

    private static void definition(JsonParser json, TermBuilder term) throws IOException {
        var value = texts(json).get("val");
        if (value != null) {
            term.definition(value);
        }
    }

    private static void synonyms(JsonParser json, TermBuilder term) throws IOException {
        JsonTerms.expect(json.currentToken(), JsonToken.START_ARRAY, json);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var synonym = texts(json);
            var scope = Relations.synonymScope(synonym.getOrDefault("pred", ""));
            var text = synonym.get("val");
            if (scope == null || text == null) {
                throw new TermFailure("expected a synonym with val and a pred such as hasExactSynonym, found "
                        + TermFailure.excerpt(synonym.toString()));
            }
            term.synonym(text, scope);
        }
    }

    private static void properties(JsonParser json, TermBuilder term) throws IOException {
        JsonTerms.expect(json.currentToken(), JsonToken.START_ARRAY, json);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var property = texts(json);
            var value = property.getOrDefault("val", "");
            switch (property.getOrDefault("pred", "")) {
                case Relations.REPLACED_BY -> term.replacedBy(value);
                case Relations.CONSIDER -> term.consider(value);
                case Relations.ALTERNATIVE_ID -> term.alternativeId(value);
                default -> {
                    // says nothing about a term as we keep it
                }
            }
        }
    }

    /** The members of the current object that are texts. */
    private static Map<String, String> texts(JsonParser json) throws IOException {
        JsonTerms.expect(json.currentToken(), JsonToken.START_OBJECT, json);
        var texts = new HashMap<String, String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var member = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(member, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }
}
