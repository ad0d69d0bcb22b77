package lamin.ontology.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lamin.ontology.Term;
import org.jspecify.annotations.Nullable;

/** What the element of a class says about it. Texts in English or without a language are preferred to others. */
final class RdfClass {
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private static final String DEPRECATED = "http://www.w3.org/2002/07/owl#deprecated";
    private static final String CLASS = "http://www.w3.org/2002/07/owl#Class";
    private static final Set<String> READ = Set.of(
            LABEL,
            DEPRECATED,
            Relations.DEFINITION,
            Relations.REPLACED_BY,
            Relations.CONSIDER,
            Relations.ALTERNATIVE_ID);

    private final TermBuilder term = new TermBuilder(TermId.OF_ONTOLOGY);
    private final List<String> superclasses = new ArrayList<>();
    private boolean isClass;
    private @Nullable String foreignName;

    RdfClass(boolean isClass) {
        this.isClass = isClass;
    }

    TermBuilder term() {
        return term;
    }

    static boolean isRead(String property) {
        if (READ.contains(property)) {
            return true;
        }
        return property.startsWith(Relations.OBO_IN_OWL)
                && Relations.synonymScope(property.substring(Relations.OBO_IN_OWL.length())) != null;
    }

    /** A class by its {@code rdf:type}. */
    void type(String type) {
        isClass |= type.equals(CLASS);
    }

    void superclass(String iri) {
        superclasses.add(iri);
        term.isA(iri);
    }

    void property(String namespace, String name, @Nullable String resource, @Nullable String language, String text) {
        var isForeign = language != null && !language.isEmpty() && !language.startsWith("en");
        var value = resource == null ? text : resource;
        switch (namespace + name) {
            case LABEL -> name(value, isForeign);
            case DEPRECATED -> term.obsolete(bool(value));
            case Relations.DEFINITION -> {
                if (!isForeign && term.definition() == null) {
                    term.definition(value);
                }
            }
            case Relations.REPLACED_BY -> term.replacedBy(value);
            case Relations.CONSIDER -> term.consider(value);
            case Relations.ALTERNATIVE_ID -> term.alternativeId(value);
            default -> synonym(name, value, isForeign);
        }
    }

    private void name(String text, boolean isForeign) {
        if (isForeign) {
            foreignName = foreignName == null ? text : foreignName;
        } else if (term.name() == null) {
            term.name(text);
        }
    }

    private void synonym(String name, String text, boolean isForeign) {
        var scope = Relations.synonymScope(name);
        if (scope != null && !isForeign) {
            term.synonym(text, scope);
        }
    }

    private static boolean bool(String text) {
        return switch (text.strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new TermFailure("expected true or false in owl:deprecated, found " + TermFailure.excerpt(text));
        };
    }

    /** Null if it is not a class. */
    @Nullable
    Term build() {
        var id = term.id();
        if (id == null || (!isClass && superclasses.isEmpty())) {
            return null;
        }
        if (term.name() == null && foreignName != null) {
            term.name(foreignName);
        }
        return term.build(id);
    }
}
