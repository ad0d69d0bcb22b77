package lamin.schema.internal.sqlite.translation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.sql.SqlScript;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The pending rebuilds by table, and the order in which they become steps: after each of them every foreign key must
 * reference a key.
 */
final class PendingRebuilds {
    private final Map<TableName, PendingRebuild> pending = new LinkedHashMap<>();
    private final Replay state;
    private final List<Step> steps;

    PendingRebuilds(Replay state, List<Step> steps) {
        this.state = state;
        this.steps = steps;
    }

    @Nullable
    PendingRebuild get(TableName table) {
        return pending.get(table);
    }

    boolean contains(TableName table) {
        return pending.containsKey(table);
    }

    /** The pending rebuild of the table; a new one starts from the given table. */
    PendingRebuild of(Table table) {
        return pending.computeIfAbsent(table.name(), ignored -> new PendingRebuild(table));
    }

    /**
     * Pending rebuilds that drop foreign keys to the table come first; its own rebuild only if one of them needs it.
     */
    void flushForDropOf(TableName table) {
        if (!isWaitingWithKeyToOther(table)) {
            pending.remove(table);
        }
        flushReferrers(waiting -> waiting.pointsTo(table));
        pending.remove(table);
    }

    /** Whether the pending rebuild of the table drops a foreign key to a table that also waits for a rebuild. */
    private boolean isWaitingWithKeyToOther(TableName table) {
        var waiting = pending.get(table);
        return waiting != null
                && pending.keySet().stream().anyMatch(other -> !other.equals(table) && waiting.pointsTo(other));
    }

    /** Flushes rebuilds that drop foreign keys to a key that the given table no longer has. */
    void flushForDropOfKey(Table after) {
        flushReferrers(waiting -> waiting.pointsToKeyThatGoes(after));
    }

    /** Flushes all rebuilds. */
    void flush() {
        List.copyOf(pending.keySet()).forEach(this::flush);
    }

    /** Flushes the rebuilds of tables that custom SQL mentions, except one. */
    void flushMentioned(SqlScript sql, TableName except) {
        pending.keySet().stream()
                .filter(table -> !table.equals(except) && sql.mayMention(table.flat()))
                .toList()
                .forEach(this::flush);
    }

    /** Flushes the rebuild of a table, if there is one, and those that must come before it. */
    void flush(TableName table) {
        var waiting = pending.remove(table);
        if (waiting == null) {
            return;
        }
        var after = tableToBe(table);
        if (isInDroppedKeyCycle(waiting, after)) {
            steps.add(new Step.Rebuild(waiting.withoutDroppedForeignKeys(after)));
        }
        flushBeforeRebuildOf(table, waiting);
        var early = foreignKeysToNewKeys(after);
        if (early.isEmpty() || pending.keySet().stream().noneMatch(other -> isForNewKey(other, table, waiting))) {
            steps.add(new Step.Rebuild(waiting.to(after)));
        } else {
            flushInTwo(waiting, after, early);
        }
    }

    /** Whether the table is in a cycle of tables that reference each other's keys, all of which are dropped. */
    private boolean isInDroppedKeyCycle(PendingRebuild waiting, Table after) {
        return pending.values().stream().anyMatch(other -> other.pointsToKeyThatGoes(after))
                && pending.keySet().stream().anyMatch(other -> waiting.pointsToKeyThatGoes(tableToBe(other)));
    }

    /** In a cycle of tables that will reference each other's new keys, one gets its foreign keys last. */
    private void flushInTwo(PendingRebuild waiting, Table after, List<ForeignKey> early) {
        var first = after.withForeignKeys(
                after.foreignKeys().stream().filter(key -> !early.contains(key)).toList());
        steps.add(new Step.Rebuild(waiting.to(first)));
        pending.put(after.name(), new PendingRebuild(first));
        early.forEach(key -> flush(key.target()));
        flush(after.name());
    }

    /** Foreign keys to keys that other tables only get in their rebuilds. */
    private List<ForeignKey> foreignKeysToNewKeys(Table after) {
        return after.foreignKeys().stream()
                .filter(key -> {
                    var target = pending.get(key.target());
                    return target != null && !target.hasKey(key.targetColumns());
                })
                .toList();
    }

    /** Dropped foreign keys may have referenced dropped keys, and new ones may reference new keys. */
    private void flushBeforeRebuildOf(TableName table, PendingRebuild waiting) {
        var after = tableToBe(table);
        flushReferrers(referrer -> referrer.pointsToKeyThatGoes(after));
        after.foreignKeys().stream()
                .map(ForeignKey::target)
                .filter(target -> isTargetFirst(target, table, waiting))
                .forEach(this::flush);
    }

    private boolean isTargetFirst(TableName target, TableName table, PendingRebuild waiting) {
        var other = pending.get(target);
        return other != null
                && !isForNewKey(target, table, waiting)
                && (isForNewKey(table, target, other) || !waiting.pointsTo(target));
    }

    /** Whether a table will reference a key that another table only gets in its rebuild. */
    private boolean isForNewKey(TableName from, TableName to, PendingRebuild waiting) {
        return tableToBe(from).foreignKeys().stream()
                .anyMatch(key -> key.target().equals(to) && !waiting.hasKey(key.targetColumns()));
    }

    private void flushReferrers(Predicate<PendingRebuild> condition) {
        List.copyOf(pending.entrySet()).stream()
                .filter(waiting -> condition.test(waiting.getValue()))
                .forEach(waiting -> flush(waiting.getKey()));
    }

    private Table tableToBe(TableName name) {
        return state.table(name).orElseThrow(() -> new MisfitException("there is no table " + name));
    }
}
