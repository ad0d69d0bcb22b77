package lamin.schema.ledger;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a ledger says at one moment.
 *
 * @param revisions by module, its current revisions; usually one
 * @param mounted by module, the version that was mounted
 */
public record LedgerState(SortedMap<String, Set<String>> revisions, SortedMap<String, String> mounted) {
    public static final LedgerState EMPTY = new LedgerState(new TreeMap<>(), new TreeMap<>());

    public LedgerState {
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
        mounted = Collections.unmodifiableSortedMap(new TreeMap<>(mounted));
    }

    public Set<String> of(String module) {
        return revisions.getOrDefault(module, Set.of());
    }

    /** Whether no migration was ever applied. */
    public boolean isFresh() {
        return revisions.values().stream().allMatch(Set::isEmpty);
    }

    /** The modules that the database names, mounted or not. */
    public Set<String> modules() {
        var names = new TreeSet<>(revisions.keySet());
        names.addAll(mounted.keySet());
        return names;
    }
}
