package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.ledger.Ledger;
import lamin.schema.ledger.LedgerState;
import lamin.schema.module.Chain;
import lamin.schema.module.ModuleInfo;
import lamin.schema.module.Script;
import lamin.schema.plan.Direction;
import lamin.schema.plan.Goal;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.ModuleStatus.InSync;
import lamin.schema.plan.ModuleStatus.Mismatch;
import lamin.schema.plan.ModuleStatus.Missing;
import lamin.schema.plan.Planner;

/**
 * What is to be deployed or undone, and by whom.
 *
 * @param allowedDrops tables and {@code table.column}s that may go with what they hold
 */
record DeployRequest(
        List<Chain> chains, Goal goal, Author author, Notices notices, Patience patience, Set<String> allowedDrops) {
    DeployRequest {
        chains = List.copyOf(chains);
        allowedDrops = Set.copyOf(allowedDrops);
    }

    static DeployRequest ofHeads(List<Chain> chains, Author author, Notices notices) {
        return new DeployRequest(chains, new Goal.Heads(), author, notices, Patience.USUAL, Set.of());
    }

    DeployRequest withGoal(Goal newGoal) {
        return new DeployRequest(chains, newGoal, author, notices, patience, allowedDrops);
    }

    DeployRequest allowing(Set<String> drops) {
        return new DeployRequest(chains, goal, author, notices, patience, drops);
    }

    /** What leads to the goal. */
    record Pending(LedgerState ledger, MigrationPlan plan) {
        boolean isMounted(ModuleInfo module) {
            return ledger.mounted(module.name())
                    .filter(mounted -> mounted.version().equals(module.version()))
                    .isPresent();
        }
    }

    Pending pending(Connection connection) throws SQLException {
        var ledger = known(connection);
        return new Pending(ledger, new Planner(chains).plan(ledger, goal));
    }

    private LedgerState known(Connection connection) throws SQLException {
        var ledger = new Ledger(connection).read();
        var skipped = new SkippedMigrations(connection, ledger).of(chains);
        if (goal.direction() == Direction.UP) {
            SkippedMigrations.refuse(goal, skipped);
        }
        return ledger.skipping(skipped.stream().map(Script::revision).collect(Collectors.toSet()));
    }

    /** As {@link #pending}, but refuses a database that is ahead of the code. */
    Pending pendingMatching(Connection connection) throws SQLException {
        var pending = pending(connection);
        refuseAhead(pending);
        return pending;
    }

    /** As {@link #pendingMatching}, but refuses what cannot or must not be deployed; rows are counted for it. */
    Pending pendingAllowed(Connection connection) throws SQLException {
        var pending = pendingMatching(connection);
        if (!pending.plan().isEmpty()) {
            refuseEdited(connection, pending);
            UnfitRows.refuse(RowDemands.unmet(connection, pending.plan()));
            refuseLosses(Losses.of(connection, pending.plan()));
        }
        return pending;
    }

    /** Whether there is nothing to run and nothing to note. */
    boolean isDone(Pending pending) {
        return pending.plan().isEmpty() && versionsToNote(pending).allMatch(pending::isMounted);
    }

    /** A release without migrations is noted by the next deploy. */
    Stream<ModuleInfo> versionsToNote(Pending pending) {
        return switch (goal.direction()) {
            case UP ->
                pending.plan().statuses().stream()
                        .filter(InSync.class::isInstance)
                        .map(status -> ((InSync) status).chain().module());
            case DOWN -> Stream.empty();
        };
    }

    /** A module of which the code is missing is another program's business. */
    private static void refuseAhead(Pending pending) {
        for (var status : pending.plan().statuses()) {
            if (status instanceof Mismatch mismatch && !(status instanceof Missing)) {
                throw new LaminException(
                        ErrorCode.INCOMPATIBLE,
                        mismatch.description(),
                        List.of(mismatch.remedy()),
                        mismatch.facts(),
                        null);
            }
        }
    }

    /**
     * Formatting and comments do not count; another meaning does. What is undone may have been changed: its way back is
     * mended so.
     */
    private void refuseEdited(Connection connection, Pending pending) throws SQLException {
        var recorded = new Ledger(connection).checksums();
        for (var chain : chains) {
            for (var script : chain.scripts()) {
                var checksum = recorded.get(script.revision());
                if (checksum != null && isApplied(pending, script.revision()) && !checksum.equals(script.checksum())) {
                    throw new LaminException(
                            ErrorCode.REFUSED,
                            "migration " + script + " was changed after it had been applied to this database"
                                    + "\nnothing was changed",
                            List.of(new Advice("put it back as it was, and write the change into a new migration")),
                            Facts.of(Facts.Kind.REVISION, script.revision()),
                            null);
                }
            }
        }
    }

    private static boolean isApplied(Pending pending, String revision) {
        return pending.plan().pending().stream()
                .noneMatch(script -> script.revision().equals(revision));
    }

    private void refuseLosses(List<Loss> losses) {
        var refused = losses.stream()
                .filter(loss -> !allowedDrops.contains(loss.name()))
                .toList();
        if (!refused.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    refused.stream().map(Loss::describe).collect(Collectors.joining("\n")) + "\nnothing was changed",
                    List.of(new AllowDrop(
                            goal.remedy(), refused.stream().map(Loss::name).toList())),
                    Loss.facts(refused),
                    null);
        }
    }
}
