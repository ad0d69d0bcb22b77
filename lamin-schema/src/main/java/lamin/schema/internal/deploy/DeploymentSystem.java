package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.database.DatabaseSystem;

/**
 * How deploys on one database system take turns, what they commit together and what they retry. Implementations are
 * stateless services, like those of {@link DatabaseSystem}.
 */
public interface DeploymentSystem {
    static DeploymentSystem of(Connection connection) throws SQLException {
        return InstalledDeployments.of(DatabaseSystem.of(connection));
    }

    /** The key of the database system. */
    String key();

    /**
     * Runs the pending migrations, without repeating the work of another process.
     *
     * @param connections opens further connections
     * @param connection in auto-commit mode
     * @param last run in the last transaction
     */
    DeployResult deploy(Connections connections, Connection connection, DeployRequest request, LastStep last)
            throws SQLException;

    /** Runs everything in one transaction on a database that no other session uses yet. */
    DeployResult deployFresh(Connection connection, DeployRequest request, LastStep last) throws SQLException;

    /** Work on a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does read-only work, with the patience of a deploy. */
    <T> T readOnly(Connection connection, DeployRequest request, Work<T> work) throws SQLException;

    /**
     * Does work in a transaction while no other process deploys.
     *
     * @param isKept whether the transaction is committed, given the result of the work
     */
    <T> T alone(
            Connections connections,
            Connection connection,
            DeployRequest request,
            Work<T> work,
            Predicate<? super T> isKept)
            throws SQLException;
}
