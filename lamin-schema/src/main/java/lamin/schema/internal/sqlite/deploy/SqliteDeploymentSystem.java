package lamin.schema.internal.sqlite.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.DeploymentSystem;
import lamin.schema.internal.deploy.RollbackOnFailure;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.sql.DatabaseSql;

/** Deploys to SQLite: deploys take turns with the file lock, and each deploy is one transaction. */
public final class SqliteDeploymentSystem implements DeploymentSystem {
    @Override
    public String key() {
        return DatabaseSql.SQLITE;
    }

    @Override
    public DeployResult deploy(Connections connections, Connection connection, DeployRequest request, LastStep last)
            throws SQLException {
        return new SqliteDeployment(connection, request).deploy(last);
    }

    @Override
    public DeployResult deployFresh(Connection connection, DeployRequest request, LastStep last) throws SQLException {
        return new SqliteDeployment(connection, request).deployNow(last);
    }

    @Override
    public <T> T readOnly(Connection connection, DeployRequest request, Work<T> work) throws SQLException {
        return work.with(connection);
    }

    @Override
    public <T> T alone(
            Connections connections,
            Connection connection,
            DeployRequest request,
            Work<T> work,
            Predicate<? super T> isKept)
            throws SQLException {
        var lock = new SqliteLock(connection, request.patience(), request.notices());
        lock.retryWhileBusy(() -> execute(connection, "BEGIN IMMEDIATE"));
        return RollbackOnFailure.of(
                () -> {
                    var result = work.with(connection);
                    lock.retryWhileBusy(() -> execute(connection, isKept.test(result) ? "COMMIT" : "ROLLBACK"));
                    return result;
                },
                () -> Jdbc.execute(connection, "ROLLBACK"));
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        Jdbc.execute(connection, sql);
        return true;
    }
}
