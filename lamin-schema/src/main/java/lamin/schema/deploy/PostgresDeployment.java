package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import lamin.schema.LaminException;
import lamin.schema.dialect.PostgresDialect;
import lamin.schema.ledger.Ledger;
import lamin.schema.module.Script;
import lamin.schema.plan.Direction;
import lamin.schema.sql.Jdbc;

/**
 * Each migration is a transaction; all of them are one when they are of modules that the database does not have yet. Deployers wait for each other at an advisory
 * lock that a connection of its own holds, so that the end of the session is the end of the lock.
 */
final class PostgresDeployment {
    private static final int ATTEMPTS = 5;

    private final Connections connections;
    private final Connection connection;
    private final DeployRequest request;

    PostgresDeployment(Connections connections, Connection connection, DeployRequest request) {
        this.connections = connections;
        this.connection = connection;
        this.request = request;
    }

    DeployResult deploy(LastStep last) throws SQLException {
        if (request.isDone(request.pendingAllowed(connection)) && last.equals(LastStep.NONE)) {
            return DeployResult.NOTHING;
        }
        var lock = AdvisoryLock.acquire(connections.open(), request.patience(), request.notices());
        try {
            return run(request.pendingAllowed(connection), last);
        } finally {
            lock.close();
        }
    }

    private DeployResult run(DeployRequest.Pending pending, LastStep last) throws SQLException {
        var plan = pending.plan();
        var ledger = pending.ledger();
        boolean inOne = plan.pending().stream()
                .allMatch(script -> script.mayRunInTransaction()
                        && ledger.of(script.owner().module()).isEmpty());
        if (inOne) {
            return inOneTransaction(pending, last);
        }
        var result = new MigrationRun(connection, new PostgresDialect(mayLeaveTransaction()), request)
                .all(pending, this::oneByOne);
        inTransaction(() -> last.in(connection));
        return result;
    }

    /** An index that was built concurrently is dropped like any other. */
    private boolean mayLeaveTransaction() {
        return request.goal().direction() == Direction.UP;
    }

    /** Nobody else deploys to a database that is being made: no lock is taken. */
    DeployResult deployFresh(LastStep last) throws SQLException {
        return inOneTransaction(request.pendingAllowed(connection), last);
    }

    private DeployResult inOneTransaction(DeployRequest.Pending pending, LastStep last) throws SQLException {
        var run = new MigrationRun(connection, new PostgresDialect(false), request);
        var applied = new ArrayList<DeployResult.Applied>();
        inTransaction(() -> {
            applied.addAll(run.all(pending, MigrationRun.Each.TOGETHER).applied());
            last.in(connection);
        });
        return new DeployResult(applied);
    }

    private void oneByOne(Script script, MigrationRun.Work apply, MigrationRun.Work record) throws SQLException {
        if (mayLeaveTransaction() && !script.info().transactional()) {
            outsideTransaction(script, apply, record);
            return;
        }
        for (int attempt = 1; !isDone(script, apply, record, attempt); attempt++) {
            request.notices()
                    .warning("waiting for a lock that " + script + " needs (attempt " + attempt + " of " + ATTEMPTS
                            + ")");
        }
    }

    private boolean isDone(Script script, MigrationRun.Work apply, MigrationRun.Work record, int attempt)
            throws SQLException {
        try {
            inTransaction(() -> MigrationRun.Each.TOGETHER.around(script, apply, record));
            return true;
        } catch (LaminException e) {
            if (attempt == ATTEMPTS || !DatabaseFailure.isBusy(e.getCause())) {
                throw e;
            }
            return false;
        }
    }

    private void inTransaction(MigrationRun.Work work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            Jdbc.execute(connection, "SET LOCAL lock_timeout = " + lockTimeout().toMillis());
            Jdbc.execute(connection, "SET LOCAL TimeZone = 'UTC'");
            work.run();
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                rollBack();
            }
        }
        connection.setAutoCommit(true);
    }

    private Duration lockTimeout() {
        return request.patience().untilFailure().dividedBy(ATTEMPTS + 1);
    }

    /** A connection that broke was rolled back by the server; what broke it is the failure to tell. */
    private void rollBack() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            request.notices().hint("the connection could not be rolled back: " + e.getMessage());
        }
    }

    /** An index that an earlier attempt left behind is dropped first. */
    private void outsideTransaction(Script script, MigrationRun.Work apply, MigrationRun.Work record)
            throws SQLException {
        var ledger = new Ledger(connection);
        LeftoverIndexes.drop(connection, script, ledger.isRunning(script));
        var author = request.author();
        ledger.begin(script, author.name(), author.engineVersion());
        apply.run();
        inTransaction(record);
    }
}
