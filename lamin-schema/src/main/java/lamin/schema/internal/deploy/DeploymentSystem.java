package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.database.DatabaseSystem;

/**
 * How deploys of one database system take turns, what they commit together, and what they try again. Implementations are
 * services without state, as those of {@link DatabaseSystem} are.
 */
public interface DeploymentSystem {
    static DeploymentSystem of(Connection connection) throws SQLException {
        return InstalledDeployments.of(DatabaseSystem.of(connection));
    }

    /** The key of the database system. */
    String key();

    /**
     * Runs what is pending; what another process did meanwhile is not done again.
     *
     * @param connections opens further connections
     * @param connection commits every statement
     * @param last done in the last transaction
     */
    DeployResult deploy(Connections connections, Connection connection, DeployRequest request, LastStep last)
            throws SQLException;

    /** Runs everything in one transaction on a database that nobody else uses yet. */
    DeployResult deployFresh(Connection connection, DeployRequest request, LastStep last) throws SQLException;

    /** Work on a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does work that writes nothing, with the patience of a deploy. */
    <T> T readOnly(Connection connection, DeployRequest request, Work<T> work) throws SQLException;

    /**
     * Does work in a transaction while nobody else deploys.
     *
     * @param isKept whether the transaction of work with this result is committed
     */
    <T> T alone(
            Connections connections,
            Connection connection,
            DeployRequest request,
            Work<T> work,
            Predicate<? super T> isKept)
            throws SQLException;
}
