package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.NothingToDo;

/**
 * Deploys wait for each other at an advisory lock held by a separate connection, so that the lock ends with the
 * session. {@link PostgresRun} defines what is committed together.
 */
final class PostgresDeployment {
    private final Connections connections;
    private final Connection connection;
    private final DeployRequest request;

    PostgresDeployment(Connections connections, Connection connection, DeployRequest request) {
        this.connections = connections;
        this.connection = connection;
        this.request = request;
    }

    DeployResult deploy(LastStep last) throws SQLException {
        return PostgresSettings.of(connection, request.patience()).during(() -> deployUnlessDone(last));
    }

    private DeployResult deployUnlessDone(LastStep last) throws SQLException {
        var nothing = new NothingToDo(connection, request);
        if (last.equals(LastStep.NONE) && new Attempts(connection, request).of("the plan", nothing::isSo)) {
            nothing.note(NothingToDo.Note::write);
            return DeployResult.NOTHING;
        }
        try (var session = PostgresSession.named(connection, request)) {
            return deploy(session, last);
        }
    }

    private DeployResult deploy(PostgresSession session, LastStep last) throws SQLException {
        try {
            return whenLocked(last);
        } catch (UnansweredCommit lost) {
            return new Resumption(connections, request).after(lost, session, last);
        }
    }

    private DeployResult whenLocked(LastStep last) throws SQLException {
        var lock = AdvisoryLock.acquire(connections.open(), request);
        try {
            var run = new Attempts(connection, request).of("the plan", () -> PostgresRun.of(connection, request));
            var result = run.all(last);
            new NothingToDo(connection, request).noteAfterDeploy();
            return result;
        } finally {
            lock.close();
        }
    }

    /** No other process deploys to a database that is being created, so no lock is needed. */
    DeployResult deployFresh(LastStep last) throws SQLException {
        var result = PostgresRun.inOneTransaction(connection, request).all(last);
        new NothingToDo(connection, request).noteAfterDeploy();
        return result;
    }
}
