package lamin.schema.internal.ledger;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.schema.internal.module.Chain;

/**
 * The contents of a ledger at one moment.
 *
 * @param revisions the current revisions by module, usually one each; an unmounted module keeps them with its tables
 * @param mounted the mounted modules by name; empty if only another tool records the revisions
 * @param skipped revisions that were placed before a current one after that had been applied, and that never ran
 */
public record LedgerState(
        SortedMap<String, Set<String>> revisions, SortedMap<String, MountedModule> mounted, Set<String> skipped) {
    public static final LedgerState EMPTY = new LedgerState(new TreeMap<>(), new TreeMap<>());

    public LedgerState {
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
        mounted = Collections.unmodifiableSortedMap(new TreeMap<>(mounted));
        skipped = Set.copyOf(skipped);
    }

    /** A state in which every migration before a current one ran. */
    public LedgerState(SortedMap<String, Set<String>> revisions, SortedMap<String, MountedModule> mounted) {
        this(revisions, mounted, Set.of());
    }

    /** The same as if some modules had never been mounted. */
    public LedgerState without(Set<String> modules) {
        var otherRevisions = new TreeMap<>(revisions);
        var otherMounted = new TreeMap<>(mounted);
        otherRevisions.keySet().removeAll(modules);
        otherMounted.keySet().removeAll(modules);
        return new LedgerState(otherRevisions, otherMounted, skipped);
    }

    public LedgerState skipping(Set<String> revisionsThatNeverRan) {
        return new LedgerState(revisions, mounted, revisionsThatNeverRan);
    }

    /** The revisions of the module that ran. */
    public Set<String> applied(Chain chain) {
        var applied = new HashSet<>(chain.withAncestors(of(chain.module().name())));
        applied.removeAll(skipped);
        return applied;
    }

    public Set<String> of(String module) {
        return revisions.getOrDefault(module, Set.of());
    }

    public Optional<MountedModule> mounted(String module) {
        return Optional.ofNullable(mounted.get(module));
    }

    /** Whether no migration was ever applied. */
    public boolean isFresh() {
        return revisions.values().stream().allMatch(Set::isEmpty);
    }

    /** The modules that the database mounts; if it lists none, those that have revisions. */
    public Set<String> modules() {
        return mounted.isEmpty() ? revisions.keySet() : mounted.keySet();
    }
}
