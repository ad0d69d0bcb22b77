package lamin.ontology.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import lamin.ontology.Synonym;
import lamin.ontology.Term;
import org.jspecify.annotations.Nullable;

/** A term as far as it has been read. Blank texts and repetitions are left out. */
final class TermBuilder {
    private static final int MAX_TEXT = 16 << 20;

    private final TermId ids;
    private final Set<Synonym> synonyms = new LinkedHashSet<>();
    private final Set<String> isA = new LinkedHashSet<>();
    private final Set<String> partOf = new LinkedHashSet<>();
    private final Set<String> alternativeIds = new LinkedHashSet<>();
    private final Set<String> replacedBy = new LinkedHashSet<>();
    private final Set<String> consider = new LinkedHashSet<>();
    private final SequencedMap<String, String> columns = new LinkedHashMap<>();
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String definition;
    private boolean isObsolete;
    private int size;

    TermBuilder(TermId ids) {
        this.ids = ids;
    }

    @Nullable
    String id() {
        return id;
    }

    void id(String text) {
        id = ids.of(counted(text));
    }

    @Nullable
    String name() {
        return name;
    }

    void name(String text) {
        name = text.isBlank() ? null : counted(text);
    }

    @Nullable
    String definition() {
        return definition;
    }

    void definition(String text) {
        definition = text.isBlank() ? null : counted(text);
    }

    void synonym(String text, Synonym.Scope scope) {
        if (!text.isBlank()) {
            synonyms.add(new Synonym(counted(text), scope));
        }
    }

    void isA(String parent) {
        add(isA, parent);
    }

    void partOf(String parent) {
        add(partOf, parent);
    }

    void alternativeId(String other) {
        add(alternativeIds, other);
    }

    void replacedBy(String other) {
        add(replacedBy, other);
    }

    void consider(String other) {
        add(consider, other);
    }

    void obsolete(boolean newIsObsolete) {
        isObsolete = newIsObsolete;
    }

    void column(String column, String text) {
        columns.put(column, counted(text));
    }

    private void add(Set<String> terms, String text) {
        if (!text.isBlank()) {
            terms.add(ids.of(counted(text)));
        }
    }

    private String counted(String text) {
        size += text.length();
        if (size > MAX_TEXT || size < 0) {
            throw new TermFailure("a term has more than " + (MAX_TEXT >> 20) + " million characters");
        }
        return text;
    }

    /** A term cannot be its own parent, as some files have it. */
    Term build(String knownId) {
        return new Term(
                knownId,
                name,
                definition,
                List.copyOf(synonyms),
                others(isA, knownId),
                others(partOf, knownId),
                others(alternativeIds, knownId),
                isObsolete,
                others(replacedBy, knownId),
                others(consider, knownId),
                columns);
    }

    private static List<String> others(Set<String> terms, String own) {
        var others = new ArrayList<>(terms);
        others.remove(own);
        return others;
    }
}
