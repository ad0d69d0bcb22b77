package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.forecast.Forecast;
import lamin.schema.internal.forecast.Loss;
import lamin.schema.internal.forecast.Preview;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.plan.Goal;
import lamin.schema.internal.plan.MigrationPlan;
import lamin.schema.internal.plan.Target;

/**
 * Brings a database up to the heads of the mounted modules, or one module to an earlier state of its chain. On SQLite a
 * deploy is one transaction; on PostgreSQL each migration is one, except that the deploy of a fresh database is a
 * single one. A killed process leaves nothing to repair or unlock: the next deploy continues from what was committed.
 */
public final class Deployer {
    private final Connections connections;
    private final DeployRequest request;

    /** A deployer that loads scripts only if code or database changed. */
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

    public Connections connections() {
        return connections;
    }

    public DeployRequest request() {
        return request;
    }

    /** The same deployer, allowed to drop these tables and {@code table.column}s even if they hold data. */
    public Deployer allowingDrops(Set<String> names) {
        return new Deployer(connections, request.allowing(Set.copyOf(names)::contains));
    }

    /** The same deployer, which waits for other processes as given. */
    public Deployer with(Patience patience) {
        return new Deployer(connections, request.with(patience));
    }

    /** The same, but everything may be dropped: for copies and tests. */
    public Deployer allowingAllDrops() {
        return new Deployer(connections, request.allowing(name -> true));
    }

    /**
     * The same deployer, which brings only one module up to a target, with the migrations of other modules that this
     * depends on.
     */
    public Deployer to(Target target) {
        return new Deployer(connections, request.withGoal(new Goal.UpTo(target)));
    }

    /** The same deployer, which undoes the migrations of one module beyond a target, the last one first. */
    public Deployer backTo(Target target) {
        return new Deployer(connections, request.withGoal(new Goal.BackTo(target)));
    }

    /** The target in the mounted modules that a text such as {@code assay@base} names. */
    public Target target(String text) {
        return Target.parse(text, request.chains());
    }

    /** The migrations that would be deployed or undone now. */
    public MigrationPlan plan() {
        return readOnly(connection -> request.pending(connection).plan());
    }

    /** The effects of that plan in full. */
    public Preview preview() {
        return readOnly(connection ->
                Preview.of(connection, request.pendingAsApplied(connection).plan()));
    }

    /** The non-empty tables and columns that these migrations would drop. */
    public List<Loss> losses() {
        return readOnly(connection -> NothingToDo.isKnown(connection, request)
                ? List.of()
                : Forecast.losses(
                        connection, request.pendingAsApplied(connection).plan()));
    }

    /**
     * Runs the pending migrations. Waits for another process that is deploying and does not repeat its work.
     *
     * @throws LaminException with {@code INCOMPATIBLE} if the database is ahead of the code, {@code BUSY} if it stays
     *     locked, {@code REFUSED} if data would be lost, a migration was edited after it had been applied, or one
     *     cannot be undone; also if a migration fails, in which case nothing of that migration is left
     */
    public DeployResult deploy() {
        return deploy(LastStep.NONE);
    }

    /**
     * The same, with a last step: inside the deploy's transaction if there is only one, otherwise in a separate one.
     */
    public DeployResult deploy(LastStep last) {
        return withConnection(
                connection -> DeploymentSystem.of(connection).deploy(connections, connection, request, last));
    }

    /**
     * Runs all migrations on a database that holds none of the modules yet, in one transaction.
     *
     * @param connection in auto-commit mode; closed by the caller
     * @param last run in the same transaction
     */
    public static DeployResult deployFresh(
            Connection connection, Chains modules, Author author, Notices notices, LastStep last) throws SQLException {
        var request = DeployRequest.ofHeads(modules, author, notices);
        return DeploymentSystem.of(connection).deployFresh(connection, request, last);
    }

    /** Like a deploy, with its patience. */
    private <T> T readOnly(DeploymentSystem.Work<T> work) {
        return withConnection(connection -> DeploymentSystem.of(connection).readOnly(connection, request, work));
    }

    private <T> T withConnection(DeploymentSystem.Work<T> work) {
        try (var connection = connections.open()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.exception(e);
        }
    }
}
