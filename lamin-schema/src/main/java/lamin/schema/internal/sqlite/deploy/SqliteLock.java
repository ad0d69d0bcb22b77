package lamin.schema.internal.sqlite.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.deploy.Attempt;
import lamin.schema.internal.sql.Jdbc;

/**
 * Waits while another process holds the file: SQLite itself waits until the notice, and the engine retries as long as
 * patience allows.
 */
final class SqliteLock {
    private final Connection connection;
    private final Patience patience;
    private final Notices notices;

    SqliteLock(Connection connection, Patience patience, Notices notices) {
        this.connection = connection;
        this.patience = patience;
        this.notices = notices;
    }

    /** Does work that SQLite may refuse because the file is locked, and that can be retried. */
    <T> T retryWhileBusy(Attempt<T> attempt) throws SQLException {
        Jdbc.execute(
                connection, "PRAGMA busy_timeout = " + patience.untilNotice().toMillis());
        long start = System.nanoTime();
        for (boolean told = false; ; told = true) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                if (!DatabaseFailure.isBusy(e)) {
                    throw e;
                }
                giveUpAfter(System.nanoTime() - start);
            }
            if (!told) {
                notices.warning("waiting for another process that holds the database");
            }
        }
    }

    private void giveUpAfter(long nanoseconds) {
        if (nanoseconds > patience.untilFailure().toNanos()) {
            throw new LaminException(
                    ErrorCode.BUSY,
                    "another process has held the database for "
                            + patience.untilFailure().toSeconds()
                            + " s; nothing was changed",
                    new Advice("try again when it has ended"));
        }
    }
}
