package lamin.ontology.registry;

import java.util.List;
import java.util.Set;

/**
 * What a version of a source changes in a registry.
 *
 * @param added the ids of terms that are new
 * @param moved terms with other parents than before, by their ids in the source
 */
public record UpdateReport(List<String> added, List<Renamed> renamed, List<Retired> retired, List<Moved> moved) {
    public UpdateReport {
        added = List.copyOf(added);
        renamed = List.copyOf(renamed);
        retired = List.copyOf(retired);
        moved = List.copyOf(moved);
    }

    /**
     * A term with another name.
     *
     * @param artifacts the number of artifacts that are labelled with it
     */
    public record Renamed(StoredTerm term, String newName, long artifacts) {}

    /**
     * A term that its ontology retired. The registry keeps it, with its name, so that what it labels keeps its meaning.
     *
     * @param replacedBy the ids of the terms that stand for it, usually one
     * @param consider the ids of terms that may stand for it
     * @param artifacts the number of artifacts that are labelled with it
     */
    public record Retired(StoredTerm term, List<String> replacedBy, List<String> consider, long artifacts) {
        public Retired {
            replacedBy = List.copyOf(replacedBy);
            consider = List.copyOf(consider);
        }
    }

    /** A term with other parents; both sets hold ids. */
    public record Moved(StoredTerm term, Set<String> gained, Set<String> lost) {
        public Moved {
            gained = Set.copyOf(gained);
            lost = Set.copyOf(lost);
        }
    }
}
