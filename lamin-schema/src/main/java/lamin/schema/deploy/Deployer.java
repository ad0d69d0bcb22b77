package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.dialect.Dialect;
import lamin.schema.module.Chain;
import lamin.schema.module.Chains;
import lamin.schema.plan.Goal;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Target;
import lamin.schema.sql.Flavour;

/**
 * Brings a database up to the heads of the mounted modules, or one module to an earlier state of its chain. On SQLite a deploy is one transaction; on PostgreSQL a
 * migration is one, and so is the deploy of a fresh database. A process that is killed leaves nothing to repair or
 * unlock: the next deploy goes on from what was committed.
 */
public final class Deployer {
    private final Connections connections;
    private final DeployRequest request;

    /** A deployer that loads scripts only where it finds that code or database changed. */
    public Deployer(Connections connections, Chains modules, Author author, Notices notices) {
        this(connections, DeployRequest.ofHeads(modules, author, notices));
    }

    public Deployer(Connections connections, List<Chain> chains, Author author, Notices notices) {
        this(connections, Chains.of(chains), author, notices);
    }

    Deployer(Connections connections, DeployRequest request) {
        this.connections = connections;
        this.request = request;
    }

    /** The same, but these tables and {@code table.column}s may be dropped although they hold something. */
    public Deployer allowingDrops(Set<String> names) {
        return new Deployer(connections, request.allowing(names));
    }

    /** The same, but it runs only what brings one module up to a target, with what that depends on in others. */
    public Deployer to(Target target) {
        return new Deployer(connections, request.withGoal(new Goal.UpTo(target)));
    }

    /** The same, but it undoes what is applied of one module beyond a target, the last migration first. */
    public Deployer backTo(Target target) {
        return new Deployer(connections, request.withGoal(new Goal.BackTo(target)));
    }

    /** The target that a text such as {@code assay@base} names among the mounted modules. */
    public Target target(String text) {
        return Target.parse(text, request.chains());
    }

    /**
     * Takes over tables that are there already instead of making them.
     *
     * @param targets where modules shall be; empty for all that have tables and no revision in the ledger, at their heads
     */
    public Stamp stamp(Collection<Target> targets) {
        return new Stamp(connections, request, targets);
    }

    /** What would be deployed or undone now. */
    public MigrationPlan plan() {
        return looking(connection -> request.pending(connection).plan());
    }

    /** What that would do, in full. */
    public Preview preview() {
        return looking(connection ->
                Previewer.of(connection, request.pendingAsApplied(connection).plan()));
    }

    /** What these migrations would drop although it holds something. */
    public List<Loss> losses() {
        return looking(connection -> NothingToDo.isKnown(connection, request)
                ? List.of()
                : losses(connection, request.pendingAsApplied(connection).plan()));
    }

    private static List<Loss> losses(Connection connection, MigrationPlan plan) throws SQLException {
        var dialect = Dialect.of(Flavour.of(connection));
        var losses = new Losses(connection, dialect);
        PlanWalk.through(plan, dialect, losses);
        return losses.found();
    }

    /**
     * Runs what is pending. Another process that deploys meanwhile is waited for; what it did is not done again.
     *
     * @throws LaminException with {@code INCOMPATIBLE} if the database is ahead of the code, {@code BUSY} if it stays
     *     locked, {@code REFUSED} if data would be lost, a migration was edited after it had been applied, or one cannot
     *     be undone, else if a migration fails: then nothing of that migration is left
     */
    public DeployResult deploy() {
        return deploy(LastStep.NONE);
    }

    /** The same, and this at the end: in the same transaction where the deploy is one, else in one of its own. */
    public DeployResult deploy(LastStep last) {
        return withConnection(connection -> switch (Flavour.of(connection)) {
            case SQLITE -> new SqliteDeployment(connection, request).deploy(last);
            case POSTGRESQL -> new PostgresDeployment(connections, connection, request).deploy(last);
        });
    }

    /**
     * Runs all migrations on a database that holds none of the modules yet, in one transaction.
     *
     * @param connection commits every statement; it stays the caller's
     * @param last done in the same transaction
     */
    public static DeployResult deployFresh(
            Connection connection, Chains modules, Author author, Notices notices, LastStep last) throws SQLException {
        var request = DeployRequest.ofHeads(modules, author, notices);
        return switch (Flavour.of(connection)) {
            case SQLITE -> new SqliteDeployment(connection, request).deployNow(last);
            case POSTGRESQL -> new PostgresDeployment(() -> connection, connection, request).deployFresh(last);
        };
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** As a deploy would, with its patience. */
    private <T> T looking(Work<T> work) {
        return withConnection(connection -> switch (Flavour.of(connection)) {
            case SQLITE -> work.with(connection);
            case POSTGRESQL ->
                PostgresSettings.of(connection, request.patience())
                        .during(() -> new Attempts(connection, request).of("the plan", () -> work.with(connection)));
        });
    }

    private <T> T withConnection(Work<T> work) {
        try (var connection = connections.open()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }
}
