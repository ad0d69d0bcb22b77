package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.module.Chain;
import lamin.schema.plan.MigrationPlan;
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
     * Runs all migrations on a database that holds none of the modules yet, in one transaction.
     *
     * @param connection commits every statement; it stays the caller's
     * @param last done in the same transaction
     */
    public static DeployResult deployFresh(
            Connection connection, List<Chain> chains, Author author, Notices notices, LastStep last)
            throws SQLException {
        var request = new DeployRequest(chains, author, notices, Patience.USUAL, Set.of());
        return switch (Flavour.of(connection)) {
            case SQLITE -> new SqliteDeployment(connection, request).deployNow(last);
            case POSTGRESQL -> new PostgresDeployment(() -> connection, connection, request).deployFresh(last);
        };
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
