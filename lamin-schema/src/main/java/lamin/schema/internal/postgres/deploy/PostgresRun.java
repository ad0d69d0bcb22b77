package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.MigrationRun;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;
import lamin.schema.internal.postgres.PostgresFailures;
import lamin.schema.internal.postgres.PostgresSystem;
import lamin.schema.internal.sql.Jdbc;

/**
 * Runs the pending migrations: each in a transaction, or all of them in one if the database does not have their modules
 * yet.
 */
final class PostgresRun implements MigrationRun.Each {
    private final Connection connection;
    private final DeployRequest request;
    private final boolean isOneTransaction;
    private final MigrationRun migrations;

    private PostgresRun(
            Connection connection, DeployRequest request, DeployRequest.Allowed allowed, boolean isOneTransaction)
            throws SQLException {
        this.connection = connection;
        this.request = request;
        this.isOneTransaction = isOneTransaction;
        this.migrations = new MigrationRun(connection, request, allowed);
    }

    /** Counts rows, and refuses changes that must not be deployed, before anything runs. */
    static PostgresRun of(Connection connection, DeployRequest request) throws SQLException {
        var allowed = request.allowed(connection, pending -> system(request, !isOneTransaction(pending)));
        return new PostgresRun(connection, request, allowed, isOneTransaction(allowed.pending()));
    }

    static PostgresRun inOneTransaction(Connection connection, DeployRequest request) throws SQLException {
        var allowed = request.allowed(connection, pending -> system(request, false));
        return new PostgresRun(connection, request, allowed, true);
    }

    private static boolean isOneTransaction(DeployRequest.Pending pending) {
        return pending.plan().pending().stream()
                .allMatch(script -> script.mayRunInTransaction()
                        && pending.ledger().of(script.owner().module()).isEmpty());
    }

    private static PostgresSystem system(DeployRequest request, boolean inSeveralTransactions) {
        return new PostgresSystem(inSeveralTransactions && mayLeaveTransaction(request));
    }

    /** A concurrently built index is dropped like any other. */
    private static boolean mayLeaveTransaction(DeployRequest request) {
        return request.goal().direction() == Direction.UP;
    }

    /** @throws UnansweredCommit if the connection is lost during a COMMIT */
    DeployResult all(LastStep last) throws SQLException {
        if (isOneTransaction) {
            inTransaction("the deploy", () -> {
                migrations.together();
                last.in(connection);
            });
            migrations.report();
        } else {
            migrations.oneByOne(this);
            inTransaction("the end of the deploy", () -> last.in(connection));
        }
        return migrations.result();
    }

    @Override
    public void around(Script script, MigrationRun.Work apply, MigrationRun.Work record) throws SQLException {
        if (isOutsideTransaction(script)) {
            outsideTransaction(script, apply, record);
        } else {
            inTransaction(script.toString(), () -> {
                apply.run();
                record.run();
            });
        }
    }

    @Override
    public String leftOf(Script script) {
        return isOutsideTransaction(script)
                ? "the half-built index is left; the next deploy drops it and builds it again"
                : MigrationRun.Each.super.leftOf(script);
    }

    private boolean isOutsideTransaction(Script script) {
        return mayLeaveTransaction(request) && !script.info().transactional();
    }

    private void inTransaction(String what, MigrationRun.Work work) throws SQLException {
        new Attempts(connection, request).of(what, () -> {
            inTransaction(work);
            return what;
        });
    }

    private void inTransaction(MigrationRun.Work work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            Jdbc.execute(connection, "SET LOCAL lock_timeout = " + lockTimeout());
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

    private long lockTimeout() {
        return Attempts.lockTimeout(request.patience()).toMillis();
    }

    private void commit() throws SQLException {
        try {
            new SlowCommit(connection, request.patience(), request.notices()).commit();
        } catch (SQLException e) {
            throw PostgresFailures.isLost(e) ? new UnansweredCommit(migrations.result(), e) : e;
        }
    }

    /** The server has rolled back a broken connection; the original failure is the one to report. */
    private void rollBack() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            request.notices().hint("the connection could not be rolled back: " + e.getMessage());
        }
    }

    /**
     * An index left behind by an earlier attempt is dropped first. The new one may wait a long time for other
     * transactions: it blocks no session, and a timeout would leave it half built.
     */
    private void outsideTransaction(Script script, MigrationRun.Work apply, MigrationRun.Work record)
            throws SQLException {
        var ledger = new Ledger(connection);
        new Attempts(connection, request).of(script.toString(), () -> {
            LeftoverIndexes.drop(connection, script, ledger.isRunning(script));
            return script;
        });
        Jdbc.execute(connection, "SET lock_timeout = 0");
        var author = request.author();
        ledger.begin(script, author.name(), author.engineVersion());
        apply.run();
        Jdbc.execute(connection, "SET lock_timeout = " + lockTimeout());
        inTransaction(script.toString(), record);
    }
}
