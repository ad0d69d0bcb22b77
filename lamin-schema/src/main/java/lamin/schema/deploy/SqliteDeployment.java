package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.dialect.SqliteDialect;
import lamin.schema.ledger.Ledger;
import lamin.schema.ledger.LedgerState;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.sql.Jdbc;

/**
 * One deploy, one transaction. Foreign keys are off meanwhile, because a rebuild would otherwise delete the rows that
 * point to the table; the pragma does nothing inside a transaction, so it is set before and read back.
 */
final class SqliteDeployment {
    private static final int BUSY = 5;
    private static final Duration UNTIL_NOTICE = Duration.ofSeconds(1);
    private static final Duration UNTIL_FAILURE = Duration.ofSeconds(30);

    private final Connection connection;
    private final Author author;
    private final Notices notices;

    SqliteDeployment(Connection connection, Author author, Notices notices) {
        this.connection = connection;
        this.author = author;
        this.notices = notices;
    }

    DeployResult deploy(Function<LedgerState, MigrationPlan> planner, LastStep last) throws SQLException {
        boolean enforced = isOn("foreign_keys");
        Jdbc.execute(connection, "PRAGMA foreign_keys = OFF");
        if (isOn("foreign_keys")) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "foreign keys could not be switched off: the connection is inside a transaction");
        }
        try {
            begin();
            return inTransaction(planner, last);
        } finally {
            Jdbc.execute(connection, "PRAGMA foreign_keys = " + (enforced ? "ON" : "OFF"));
        }
    }

    private DeployResult inTransaction(Function<LedgerState, MigrationPlan> planner, LastStep last)
            throws SQLException {
        boolean done = false;
        try {
            var ledger = new Ledger(connection).read();
            var result = new MigrationRun(connection, new SqliteDialect(), author, notices)
                    .all(planner.apply(ledger), ledger, MigrationRun.Each.NOTHING);
            last.in(connection);
            Jdbc.execute(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** After a full disk SQLite has rolled back by itself. */
    private void rollBack() {
        try {
            Jdbc.execute(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            notices.hint("SQLite had rolled back: " + alreadyRolledBack.getMessage());
        }
    }

    /** Waits for the write lock: SQLite for the time until the notice, we for as often as patience allows. */
    private void begin() throws SQLException {
        Jdbc.execute(connection, "PRAGMA busy_timeout = " + UNTIL_NOTICE.toMillis());
        long start = System.nanoTime();
        for (boolean told = false; !tryToBegin(); told = true) {
            if (System.nanoTime() - start > UNTIL_FAILURE.toNanos()) {
                throw new LaminException(
                        ErrorCode.BUSY,
                        "another process has held the database for " + UNTIL_FAILURE.toSeconds()
                                + " s; nothing was changed, try again when it has ended");
            }
            if (!told) {
                notices.warning("waiting for another process that is writing to the database");
            }
        }
        Jdbc.execute(connection, "PRAGMA busy_timeout = " + UNTIL_FAILURE.toMillis());
    }

    private boolean tryToBegin() throws SQLException {
        try {
            Jdbc.execute(connection, "BEGIN IMMEDIATE");
            return true;
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == BUSY) {
                return false;
            }
            throw e;
        }
    }

    private boolean isOn(String pragma) throws SQLException {
        return Jdbc.query(connection, "PRAGMA " + pragma, row -> row.getBoolean(1))
                .getFirst();
    }
}
