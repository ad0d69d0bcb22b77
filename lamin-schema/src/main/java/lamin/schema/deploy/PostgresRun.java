package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import lamin.schema.LaminException;
import lamin.schema.dialect.PostgresDialect;
import lamin.schema.ledger.Ledger;
import lamin.schema.module.Script;
import lamin.schema.plan.Direction;
import lamin.schema.sql.Jdbc;

/**
 * Runs what is pending: each migration in a transaction; all of them in one when they are of modules that the database
 * does not have yet.
 */
final class PostgresRun {
    private static final int ATTEMPTS = 5;

    private final Connection connection;
    private final DeployRequest request;
    private final DeployRequest.Pending pending;
    private final boolean isOneTransaction;
    private final MigrationRun migrations;

    private PostgresRun(
            Connection connection, DeployRequest request, DeployRequest.Pending pending, boolean isOneTransaction)
            throws SQLException {
        this.connection = connection;
        this.request = request;
        this.pending = pending;
        this.isOneTransaction = isOneTransaction;
        var dialect = new PostgresDialect(!isOneTransaction && mayLeaveTransaction());
        this.migrations = new MigrationRun(connection, dialect, request);
    }

    static PostgresRun of(Connection connection, DeployRequest request, DeployRequest.Pending pending)
            throws SQLException {
        var ledger = pending.ledger();
        boolean isOneTransaction = pending.plan().pending().stream()
                .allMatch(script -> script.mayRunInTransaction()
                        && ledger.of(script.owner().module()).isEmpty());
        return new PostgresRun(connection, request, pending, isOneTransaction);
    }

    static PostgresRun inOneTransaction(Connection connection, DeployRequest request, DeployRequest.Pending pending)
            throws SQLException {
        return new PostgresRun(connection, request, pending, true);
    }

    /** An index that was built concurrently is dropped like any other. */
    private boolean mayLeaveTransaction() {
        return request.goal().direction() == Direction.UP;
    }

    /** @throws UnansweredCommit if the connection is lost at a COMMIT */
    DeployResult all(LastStep last) throws SQLException {
        if (isOneTransaction) {
            inTransaction(() -> {
                migrations.all(pending, MigrationRun.Each.TOGETHER);
                last.in(connection);
            });
        } else {
            migrations.all(pending, this::oneByOne);
            inTransaction(() -> last.in(connection));
        }
        return migrations.result();
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
            commit();
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

    private void commit() throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw DatabaseFailure.isLost(e) ? new UnansweredCommit(migrations.result(), e) : e;
        }
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
