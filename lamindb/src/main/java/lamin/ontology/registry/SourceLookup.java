package lamin.ontology.registry;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lamin.ontology.Term;
import lamin.ontology.source.SourceTerms;

/** Looks for texts in a source, in one pass over its terms that are not obsolete. */
record SourceLookup(SourceTerms source) {
    /** How well a term answers to a text; the lowest is the best. */
    private record Match(int rank, Term term) {}

    /** The ids of the terms with these names, ids or synonyms, by text; those that are not found are missing. */
    Map<String, String> ids(Collection<String> texts) {
        return found(texts, Term::id);
    }

    /** The names of those terms. */
    Map<String, String> names(Collection<String> texts) {
        return found(texts, term -> term.name() == null ? term.id() : term.name());
    }

    private Map<String, String> found(Collection<String> texts, Function<Term, String> part) {
        var wanted = new HashMap<String, Set<String>>();
        texts.forEach(text ->
                wanted.computeIfAbsent(folded(text), ignored -> new HashSet<>()).add(text));
        var best = new HashMap<String, Match>();
        try (var terms = source.open()) {
            for (var term = terms.next(); term != null; term = terms.next()) {
                if (!term.isObsolete()) {
                    offer(term, wanted, best);
                }
            }
        }
        var found = new LinkedHashMap<String, String>();
        for (var text : texts) {
            var match = best.get(text);
            if (match != null) {
                found.put(text, part.apply(match.term()));
            }
        }
        return found;
    }

    private static void offer(Term term, Map<String, Set<String>> wanted, Map<String, Match> best) {
        for (var text : wanted.getOrDefault(folded(term.id()), Set.of())) {
            offer(text, new Match(text.equals(term.id()) ? 0 : 1, term), best);
        }
        var name = term.name();
        if (name != null) {
            for (var text : wanted.getOrDefault(folded(name), Set.of())) {
                offer(text, new Match(text.equals(name) ? 0 : 1, term), best);
            }
        }
        for (var synonym : term.exactSynonyms()) {
            for (var text : wanted.getOrDefault(folded(synonym), Set.of())) {
                offer(text, new Match(2, term), best);
            }
        }
    }

    private static void offer(String text, Match match, Map<String, Match> best) {
        best.merge(text, match, (old, added) -> added.rank() < old.rank() ? added : old);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** These ids and those of all terms above them. */
    Set<String> withAncestors(Collection<String> ids) {
        var parents = new HashMap<String, List<String>>();
        try (var terms = source.open()) {
            for (var term = terms.next(); term != null; term = terms.next()) {
                parents.put(term.id(), term.parents(source.source().hasPartOf()));
            }
        }
        var reached = new HashSet<>(ids);
        var pending = new ArrayDeque<>(reached);
        while (!pending.isEmpty()) {
            for (var parent : parents.getOrDefault(pending.remove(), List.of())) {
                if (reached.add(parent)) {
                    pending.add(parent);
                }
            }
        }
        return reached;
    }
}
