package lamin.ontology.source;

import java.util.List;
import java.util.Locale;
import lamin.ontology.Term;
import lamin.ontology.Terms;
import lamin.ontology.format.TermFile;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a source itself, which are fewer than those of its file: ontologies import terms of others, and mention some
 * without a name. Parents are reduced likewise. Obsolete terms are included.
 */
public record SourceTerms(PublicSource source, TermFile file) {
    /** Opens them; close them afterwards. */
    public Terms open() {
        var prefixes = source.prefixes().isEmpty() ? guessed() : source.prefixes();
        var terms = file.open(source.idColumns());
        return new Own(terms, prefixes.stream().map(SourceTerms::key).toList());
    }

    /** The name of an ontology is the prefix of its ids, but that of a table of genes is not. */
    private List<String> guessed() {
        var own = List.of(source.name() + ":");
        var keys = List.of(key(own.getFirst()));
        try (var terms = file.open(source.idColumns())) {
            for (var term = terms.next(); term != null; term = terms.next()) {
                if (begins(term.id(), keys)) {
                    return own;
                }
            }
            return List.of();
        }
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static boolean begins(String id, List<String> keys) {
        return keys.isEmpty() || keys.stream().anyMatch(key(id)::startsWith);
    }

    private final class Own implements Terms {
        private final Terms terms;
        private final List<String> prefixes;
        private boolean isFound;

        Own(Terms terms, List<String> prefixes) {
            this.terms = terms;
            this.prefixes = prefixes;
        }

        @Override
        public @Nullable Term next() {
            for (var term = terms.next(); term != null; term = terms.next()) {
                if (begins(term.id(), prefixes) && isDescribed(term)) {
                    isFound = true;
                    return term.withParents(own(term.isA()), own(term.partOf()));
                }
            }
            if (!isFound) {
                throw new LaminException(
                        ErrorCode.FAILURE,
                        "cannot read " + file.path() + ": expected terms of " + source
                                + (prefixes.isEmpty()
                                        ? ""
                                        : ", whose ids begin with " + String.join(" or ", source.prefixes()))
                                + "; found none");
            }
            return null;
        }

        /** A gene may lack a symbol; a term of an ontology without a name is only mentioned. */
        private static boolean isDescribed(Term term) {
            return term.name() != null || !term.columns().isEmpty();
        }

        private List<String> own(List<String> parents) {
            return parents.stream().filter(parent -> begins(parent, prefixes)).toList();
        }

        @Override
        public void close() {
            terms.close();
        }
    }
}
