package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.forecast.Forecast;
import lamin.schema.internal.forecast.Loss;
import lamin.schema.internal.forecast.MigrationSteps;
import lamin.schema.internal.forecast.ViolatingRows;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;
import lamin.schema.internal.plan.Goal;
import lamin.schema.internal.plan.MigrationPlan;
import lamin.schema.internal.plan.ModuleStatus.InSync;
import lamin.schema.internal.plan.ModuleStatus.Mismatch;
import lamin.schema.internal.plan.ModuleStatus.Missing;
import lamin.schema.internal.plan.Planner;

/**
 * What to deploy or undo, and the user who does it.
 *
 * @param modules the modules whose migrations are deployed or undone
 * @param drops whether a table or {@code table.column} may be dropped with its contents
 */
public record DeployRequest(
        Chains modules, Goal goal, Author author, Notices notices, Patience patience, Predicate<String> drops) {

    static DeployRequest ofHeads(Chains modules, Author author, Notices notices) {
        return new DeployRequest(modules, new Goal.Heads(), author, notices, Patience.USUAL, name -> false);
    }

    DeployRequest withGoal(Goal newGoal) {
        return new DeployRequest(modules, newGoal, author, notices, patience, drops);
    }

    DeployRequest allowing(Predicate<String> newDrops) {
        return new DeployRequest(modules, goal, author, notices, patience, newDrops);
    }

    DeployRequest with(Patience newPatience) {
        return new DeployRequest(modules, goal, author, notices, newPatience, drops);
    }

    public List<Chain> chains() {
        return modules.all();
    }

    /** The plan that leads to the goal. */
    public record Pending(LedgerState ledger, MigrationPlan plan) {
        boolean isMounted(ModuleHeader module) {
            return ledger.mounted(module.name())
                    .filter(mounted -> mounted.version().equals(module.version()))
                    .isPresent();
        }
    }

    public Pending pending(Connection connection) throws SQLException {
        var ledger = known(connection);
        return new Pending(ledger, new Planner(chains()).plan(ledger, goal));
    }

    private LedgerState known(Connection connection) throws SQLException {
        var ledger = new Ledger(connection).read();
        var skipped = new SkippedMigrations(connection, ledger).of(chains());
        if (goal.direction() == Direction.UP) {
            SkippedMigrations.refuse(goal, skipped);
        }
        return ledger.skipping(skipped.stream().map(Script::revision).collect(Collectors.toSet()));
    }

    /** Like {@link #pending}, but refuses a database that is ahead of the code. */
    Pending pendingMatching(Connection connection) throws SQLException {
        var pending = pending(connection);
        refuseAhead(pending);
        return pending;
    }

    /** Like {@link #pending}, but refuses edited migrations, because the database may not match their description. */
    Pending pendingAsApplied(Connection connection) throws SQLException {
        var pending = pending(connection);
        refuseEdited(connection, pending);
        return pending;
    }

    /** The plan that may be run, each migration as steps. */
    public record Allowed(Pending pending, DatabaseSystem system, List<MigrationSteps> migrations) {}

    /**
     * Like {@link #pendingMatching}, but also counts rows, to refuse changes that cannot or must not be deployed.
     */
    public Allowed allowed(Connection connection, Function<Pending, DatabaseSystem> systemFor) throws SQLException {
        var pending = pendingMatching(connection);
        refuseEdited(connection, pending);
        var system = systemFor.apply(pending);
        var forecast = Forecast.of(connection, pending.plan(), system);
        ViolatingRows.refuse(forecast.violating());
        refuseLosses(forecast.losses());
        return new Allowed(pending, system, forecast.migrations());
    }

    /** Whether there is nothing to run and nothing to record. */
    boolean isDone(Pending pending) {
        return pending.plan().isEmpty() && versionsToNote(pending).allMatch(pending::isMounted);
    }

    boolean isOfHeads() {
        return goal instanceof Goal.Heads;
    }

    /** A release without migrations is recorded by the next deploy. */
    Stream<ModuleHeader> versionsToNote(Pending pending) {
        return switch (goal.direction()) {
            case UP ->
                pending.plan().statuses().stream()
                        .filter(InSync.class::isInstance)
                        .map(status -> ((InSync) status).code());
            case DOWN -> Stream.empty();
        };
    }

    /** A module whose code is not installed belongs to another program. */
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

    /** The downgrade of an unreleased migration may be written or corrected before the migration is undone. */
    void refuseEdited(Connection connection, Pending pending) throws SQLException {
        boolean isBack = goal.direction() == Direction.DOWN;
        if (isBack && pending.plan().isEmpty()) {
            return;
        }
        var undone = pending.plan().pending().stream().map(Script::revision).collect(Collectors.toSet());
        EditedMigrations.of(connection, chains(), pending.ledger()).stream()
                .filter(edited -> !(edited.mayBeUndone()
                        && isBack
                        && undone.contains(edited.script().revision())))
                .findFirst()
                .ifPresent(edited -> {
                    throw new LaminException(
                            ErrorCode.REFUSED,
                            edited.description() + "\nnothing was changed",
                            List.of(edited.remedy()),
                            Facts.of(Facts.Kind.REVISION, edited.script().revision()),
                            null);
                });
    }

    boolean mayDrop(String name) {
        return drops.test(name);
    }

    AllowDrop allowing(List<String> names) {
        return new AllowDrop(goal.remedy(), names);
    }

    private void refuseLosses(List<Loss> losses) {
        var refused = losses.stream().filter(loss -> !mayDrop(loss.name())).toList();
        if (!refused.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    refused.stream().map(Loss::describe).collect(Collectors.joining("\n")) + "\nnothing was changed",
                    List.of(allowing(refused.stream().map(Loss::name).toList())),
                    Loss.facts(refused),
                    null);
        }
    }
}
