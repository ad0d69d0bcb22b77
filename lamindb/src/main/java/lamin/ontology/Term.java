package lamin.ontology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A term of an ontology, or a row of a table such as that of the genes of an organism.
 *
 * @param id such as {@code CL:0000084} or {@code ENSG00000081059}; an IRI of the OBO Foundry is shortened to this form
 * @param name null where a file only mentions the term, and where a gene has no symbol
 * @param definition the text as it is in the file
 * @param isA the ids of its parents: of its superclasses, or of what a table calls parents
 * @param partOf the ids of the terms that it is part of
 * @param alternativeIds the ids of terms that were merged into it
 * @param isObsolete whether its ontology retired it
 * @param replacedBy the ids of the terms that stand for it if it is obsolete, usually one
 * @param consider the ids of terms that may stand for it if it is obsolete; a person must choose
 * @param columns the other columns of a table, by name, without those that are empty in this row
 */
public record Term(
        String id,
        @Nullable String name,
        @Nullable String definition,
        List<Synonym> synonyms,
        List<String> isA,
        List<String> partOf,
        List<String> alternativeIds,
        boolean isObsolete,
        List<String> replacedBy,
        List<String> consider,
        SequencedMap<String, String> columns) {
    public Term {
        synonyms = List.copyOf(synonyms);
        isA = List.copyOf(isA);
        partOf = List.copyOf(partOf);
        alternativeIds = List.copyOf(alternativeIds);
        replacedBy = List.copyOf(replacedBy);
        consider = List.copyOf(consider);
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    /** The texts of the synonyms that mean exactly the same, without repetitions. */
    public List<String> exactSynonyms() {
        return synonyms.stream()
                .filter(synonym -> synonym.scope() == Synonym.Scope.EXACT)
                .map(Synonym::text)
                .distinct()
                .toList();
    }

    /** The ids of its parents, without repetitions; with {@link #partOf} for anatomy and stages of development. */
    public List<String> parents(boolean withPartOf) {
        if (!withPartOf || partOf.isEmpty()) {
            return isA;
        }
        var parents = new LinkedHashSet<>(isA);
        parents.addAll(partOf);
        return List.copyOf(parents);
    }

    /** The same with other parents. */
    public Term withParents(List<String> newIsA, List<String> newPartOf) {
        return new Term(
                id,
                name,
                definition,
                synonyms,
                newIsA,
                newPartOf,
                alternativeIds,
                isObsolete,
                replacedBy,
                consider,
                columns);
    }
}
