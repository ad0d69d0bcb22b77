package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.DeploymentSystem;
import lamin.schema.internal.deploy.RollbackOnFailure;
import lamin.schema.sql.DatabaseSql;

/** Deploys to PostgreSQL: deploys take turns with an advisory lock, and each migration is one transaction. */
public final class PostgresDeploymentSystem implements DeploymentSystem {
    @Override
    public String key() {
        return DatabaseSql.POSTGRESQL;
    }

    @Override
    public DeployResult deploy(Connections connections, Connection connection, DeployRequest request, LastStep last)
            throws SQLException {
        return new PostgresDeployment(connections, connection, request).deploy(last);
    }

    @Override
    public DeployResult deployFresh(Connection connection, DeployRequest request, LastStep last) throws SQLException {
        return new PostgresDeployment(() -> connection, connection, request).deployFresh(last);
    }

    @Override
    public <T> T readOnly(Connection connection, DeployRequest request, Work<T> work) throws SQLException {
        return PostgresSettings.of(connection, request.patience())
                .during(() -> new Attempts(connection, request).of("the plan", () -> work.with(connection)));
    }

    @Override
    public <T> T alone(
            Connections connections,
            Connection connection,
            DeployRequest request,
            Work<T> work,
            Predicate<? super T> isKept)
            throws SQLException {
        var lock = AdvisoryLock.acquire(connections.open(), request);
        try {
            connection.setAutoCommit(false);
            return RollbackOnFailure.of(
                    () -> {
                        var result = work.with(connection);
                        if (isKept.test(result)) {
                            connection.commit();
                        }
                        rollBack(connection);
                        return result;
                    },
                    () -> rollBack(connection));
        } finally {
            lock.close();
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
