package lamin.ontology.registry;

import org.jspecify.annotations.Nullable;

/**
 * A term in an instance.
 *
 * @param id of its row
 * @param name its uid if it has none
 * @param termId its id in the ontology, such as {@code CL:0000084}; null for a custom term
 */
public record StoredTerm(
        long id, String uid, String name, @Nullable String termId) {
    @Override
    public String toString() {
        return termId == null ? name : name + " (" + termId + ")";
    }
}
