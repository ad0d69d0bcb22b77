package lamin.schema.internal.sqlite.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.MigrationRun;
import lamin.schema.internal.deploy.NothingToDo;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.plan.MigrationPlan;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sqlite.SqliteSystem;
import lamin.schema.internal.sqlite.rebuild.DanglingRows;

/**
 * A deploy to SQLite, in one transaction. Foreign keys are off during a deploy, because a rebuild would otherwise
 * delete the rows that reference the table. The pragma has no effect inside a transaction, so it is set before and read
 * back.
 */
final class SqliteDeployment {
    private final Connection connection;
    private final DeployRequest request;
    private final SqliteLock lock;

    SqliteDeployment(Connection connection, DeployRequest request) {
        this.connection = connection;
        this.request = request;
        this.lock = new SqliteLock(connection, request.patience(), request.notices());
    }

    DeployResult deploy(LastStep last) throws SQLException {
        var nothing = new NothingToDo(connection, request);
        if (last.equals(LastStep.NONE) && lock.retryWhileBusy(nothing::isSo)) {
            nothing.note(this::ifFree);
            return DeployResult.NOTHING;
        }
        return deployNow(last);
    }

    /** Findings recorded for the next time are not worth waiting for a lock. */
    private void ifFree(NothingToDo.Note note) throws SQLException {
        Jdbc.execute(connection, "PRAGMA busy_timeout = 0");
        Jdbc.execute(connection, "BEGIN IMMEDIATE");
        try {
            note.write();
            Jdbc.execute(connection, "COMMIT");
        } catch (SQLException e) {
            tidyUp("ROLLBACK");
            throw e;
        }
    }

    DeployResult deployNow(LastStep last) throws SQLException {
        boolean enforced = isOn("foreign_keys");
        Jdbc.execute(connection, "PRAGMA foreign_keys = OFF");
        if (isOn("foreign_keys")) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "foreign keys could not be switched off: the connection is inside a transaction");
        }
        try {
            lock.retryWhileBusy(() -> execute("BEGIN IMMEDIATE"));
            try (var shutdown = RollbackOnShutdown.of(connection)) {
                return inTransaction(last, shutdown);
            }
        } finally {
            tidyUp("PRAGMA foreign_keys = " + (enforced ? "ON" : "OFF"));
        }
    }

    private DeployResult inTransaction(LastStep last, RollbackOnShutdown shutdown) throws SQLException {
        boolean done = false;
        try {
            var migrations = run(request.allowed(connection, pending -> new SqliteSystem()));
            last.in(connection);
            new NothingToDo(connection, request).noteAfterDeploy();
            lock.retryWhileBusy(() -> execute("COMMIT"));
            done = true;
            migrations.report();
            return migrations.result();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (!done) {
                shutdown.letRun();
                undo();
            }
        }
    }

    private static LaminException failure(SQLException cause) {
        var failure = DatabaseFailure.exception(cause);
        return new LaminException(
                failure.code(),
                failure.getMessage() + "\nnothing of the deploy was kept",
                failure.remedies(),
                failure.facts(),
                cause);
    }

    private MigrationRun run(DeployRequest.Allowed allowed) throws SQLException {
        var run = new MigrationRun(connection, request, allowed);
        if (!hasCustomCode(allowed.pending().plan())) {
            run.together();
            return run;
        }
        var dangling = DanglingRows.everywhere(connection);
        run.together();
        DanglingRows.everywhere(connection).requireNoMoreThan(dangling, "the SQL or Java of a migration");
        return run;
    }

    /** While foreign keys are off, no other check notices dangling rows left by custom SQL and Java. */
    private static boolean hasCustomCode(MigrationPlan plan) {
        return plan.pending().stream()
                .flatMap(script -> plan.operations(script).stream())
                .anyMatch(Effect::isCustom);
    }

    /** After a failed write, the next read restores the file and removes the journal. */
    private void undo() {
        tidyUp("ROLLBACK");
        tidyUp("PRAGMA schema_version");
    }

    /** The original failure is the one to report; after a full disk SQLite has already rolled back. */
    private void tidyUp(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            request.notices().hint(sql + " failed: " + e.getMessage());
        }
    }

    private boolean execute(String sql) throws SQLException {
        Jdbc.execute(connection, sql);
        return true;
    }

    private boolean isOn(String pragma) throws SQLException {
        return Jdbc.query(connection, "PRAGMA " + pragma, row -> row.getBoolean(1))
                .getFirst();
    }
}
