package lamin.schema.internal.drift;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lamin.schema.internal.introspect.Difference;

/**
 * What tells the live tables of one module apart from what its migrations make.
 *
 * @param revisions those that the tables were compared at; none where the ledger does not have the module, and then all
 *     of its tables are more than was expected
 * @param mending SQL that brings the tables to what is expected, as far as nothing has to be dropped for it
 */
public record ModuleDrift(String module, Set<String> revisions, List<Difference> differences, List<String> mending) {
    public ModuleDrift {
        revisions = Set.copyOf(revisions);
        differences = List.copyOf(differences);
        mending = List.copyOf(mending);
    }

    /** Whether there are tables of the module, and nothing records where they come from. */
    public boolean isUntracked() {
        return revisions.isEmpty() && !differences.isEmpty();
    }

    /** Whether something differs that may do harm. */
    public boolean isGrave() {
        return differences.stream().anyMatch(difference -> !difference.isHarmless());
    }

    /** The revisions as a person reads them. */
    public String at() {
        return revisions.isEmpty() ? "nothing yet" : String.join(", ", new TreeSet<>(revisions));
    }
}
