package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.PostgresDialect;
import lamin.schema.dialect.SqliteDialect;
import lamin.schema.ledger.LedgerState;
import lamin.schema.module.Chain;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Planner;
import lamin.schema.sql.Flavour;

/**
 * Brings a database up to the heads of the mounted modules. On SQLite a deploy is one transaction; on PostgreSQL a
 * migration is one, and so is the deploy of a fresh database. A process that is killed leaves nothing to repair or
 * unlock: the next deploy goes on from what was committed.
 */
public final class Deployer {
    private final Connections connections;
    private final DeployRequest request;

    public Deployer(Connections connections, List<Chain> chains, Author author, Notices notices) {
        this(connections, new DeployRequest(chains, author, notices, Patience.USUAL, Set.of()));
    }

    Deployer(Connections connections, DeployRequest request) {
        this.connections = connections;
        this.request = request;
    }

    /** The same, but these tables and {@code table.column}s may be dropped although they hold something. */
    public Deployer allowingDrops(Set<String> names) {
        var allowing =
                new DeployRequest(request.chains(), request.author(), request.notices(), request.patience(), names);
        return new Deployer(connections, allowing);
    }

    /** What would be deployed now. */
    public MigrationPlan plan() {
        return withConnection(connection -> request.pending(connection).plan());
    }

    /** What the pending migrations would drop although it holds something. */
    public List<Loss> losses() {
        return withConnection(
                connection -> Losses.of(connection, request.pending(connection).plan()));
    }

    /**
     * Runs what is pending. Another process that deploys meanwhile is waited for; what it did is not done again.
     *
     * @throws LaminException with {@code INCOMPATIBLE} if the database is ahead of the code, {@code BUSY} if it stays
     *     locked, {@code REFUSED} if data would be lost or a migration was edited after it had been applied, else if a
     *     migration fails: then nothing of that migration is left
     */
    public DeployResult deploy() {
        return withConnection(connection -> switch (Flavour.of(connection)) {
            case SQLITE -> new SqliteDeployment(connection, request).deploy();
            case POSTGRESQL -> new PostgresDeployment(connections, connection, request).deploy();
        });
    }

    /**
     * Runs all migrations in the caller's transaction, which must be on a database that holds none of the modules yet.
     * On SQLite foreign keys must be off.
     */
    public DeployResult deployInto(Connection transaction) throws SQLException {
        var plan = new Planner(request.chains()).plan(LedgerState.EMPTY);
        Dialect dialect = switch (Flavour.of(transaction)) {
            case SQLITE -> new SqliteDialect();
            case POSTGRESQL -> new PostgresDialect(false);
        };
        return new MigrationRun(transaction, dialect, request).all(plan, LedgerState.EMPTY, MigrationRun.Each.TOGETHER);
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T withConnection(Work<T> work) {
        try (var connection = connections.open()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }
}
