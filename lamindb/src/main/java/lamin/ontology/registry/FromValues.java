package lamin.ontology.registry;

import java.util.List;

/**
 * What became of values that were looked up.
 *
 * @param terms the terms, in the order of the values and without repetitions
 * @param fromSource those of them that were added from the source, without the parents that came with them
 * @param unknown values that neither the registry nor the source has, in their order
 */
public record FromValues(List<StoredTerm> terms, List<StoredTerm> fromSource, List<String> unknown) {
    public FromValues {
        terms = List.copyOf(terms);
        fromSource = List.copyOf(fromSource);
        unknown = List.copyOf(unknown);
    }
}
