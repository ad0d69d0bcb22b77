package lamin.schema.internal.drift;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lamin.schema.internal.introspect.Difference;

/**
 * The differences between the live tables of one module and the result of its migrations.
 *
 * @param revisions the revisions that the tables were compared at; empty if the module is not in the ledger, so that
 *     all of its tables are unexpected
 * @param repair SQL that brings the tables to their expected form where that needs no drops
 */
public record ModuleDrift(String module, Set<String> revisions, List<Difference> differences, List<String> repair) {
    public ModuleDrift {
        revisions = Set.copyOf(revisions);
        differences = List.copyOf(differences);
        repair = List.copyOf(repair);
    }

    /** Whether the module has tables whose origin is not recorded. */
    public boolean isUntracked() {
        return revisions.isEmpty() && !differences.isEmpty();
    }

    /** Whether any difference may cause harm. */
    public boolean isGrave() {
        return differences.stream().anyMatch(difference -> !difference.isHarmless());
    }

    /** The revisions, formatted for display. */
    public String at() {
        return revisions.isEmpty() ? "nothing yet" : String.join(", ", new TreeSet<>(revisions));
    }
}
