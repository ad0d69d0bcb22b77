package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.ledger.Ledger;
import lamin.schema.ledger.LedgerState;
import lamin.schema.module.Chain;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.ModuleStatus;
import lamin.schema.plan.Planner;
import lamin.schema.sql.Flavour;

/**
 * Brings a database up to the heads of the mounted modules. On SQLite a deploy is one transaction; on PostgreSQL a
 * migration is one, and so is the deploy of a fresh database. A process that is killed leaves nothing to repair or
 * unlock: the next deploy goes on from what was committed.
 */
public final class Deployer {
    private final Connections connections;
    private final List<Chain> chains;
    private final Notices notices;
    private final Author author;

    public Deployer(Connections connections, List<Chain> chains, Author author, Notices notices) {
        this.connections = connections;
        this.chains = List.copyOf(chains);
        this.author = author;
        this.notices = notices;
    }

    /** What would be deployed now. */
    public MigrationPlan plan() {
        try (var connection = connections.open()) {
            return plan(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private MigrationPlan plan(Connection connection) throws SQLException {
        return new Planner(chains).plan(new Ledger(connection).read());
    }

    /**
     * Runs what is pending. Another process that deploys meanwhile is waited for; what it did is not done again.
     *
     * @throws LaminException with {@code INCOMPATIBLE} if the database is ahead of the code, {@code BUSY} if it stays
     *     locked, else if a migration fails: then nothing of that migration is left
     */
    public DeployResult deploy() {
        try (var connection = connections.open()) {
            var plan = plan(connection);
            refuseAhead(plan);
            if (plan.isEmpty() && isMounted(connection)) {
                return new DeployResult(List.of());
            }
            return switch (Flavour.of(connection)) {
                case SQLITE -> new SqliteDeployment(connection, author, notices).deploy(this::freshPlan, LastStep.NONE);
                case POSTGRESQL ->
                    new PostgresDeployment(connections, connection, author, notices).deploy(this::freshPlan);
            };
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Runs all migrations on a database that holds none of the modules yet, in one transaction.
     *
     * @param connection commits every statement; it stays the caller's
     * @param last done in the same transaction
     */
    public static DeployResult deployFresh(
            Connection connection, List<Chain> chains, Author author, Notices notices, LastStep last)
            throws SQLException {
        var planner = new Planner(chains);
        return switch (Flavour.of(connection)) {
            case SQLITE -> new SqliteDeployment(connection, author, notices).deploy(planner::plan, last);
            case POSTGRESQL ->
                new PostgresDeployment(() -> connection, connection, author, notices).deployFresh(planner::plan, last);
        };
    }

    private MigrationPlan freshPlan(LedgerState ledger) {
        var plan = new Planner(chains).plan(ledger);
        refuseAhead(plan);
        return plan;
    }

    private boolean isMounted(Connection connection) throws SQLException {
        var mounted = new Ledger(connection).read().mounted();
        return chains.stream()
                .map(Chain::module)
                .allMatch(module -> module.version().equals(mounted.get(module.name())));
    }

    private static void refuseAhead(MigrationPlan plan) {
        for (var status : plan.statuses()) {
            if (status instanceof ModuleStatus.Ahead(var chain, var unknown)) {
                throw new LaminException(
                        ErrorCode.INCOMPATIBLE,
                        "the database is at revision " + String.join(", ", unknown) + " of module "
                                + chain.module().name() + ", which version "
                                + chain.module().version() + " does not have"
                                + "\ninstall the version of lnschema-"
                                + chain.module().name() + " that brings it");
            }
        }
    }

    private static LaminException failure(SQLException cause) {
        return new LaminException(ErrorCode.FAILURE, "the database failed: " + cause.getMessage(), cause);
    }
}
