package lamin.instance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.library.OptionalLibrary;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/**
 * The features of sqlite-jdbc beyond JDBC. Only this class names its types, because a program for PostgreSQL need not
 * include the driver.
 */
final class SqliteDriver {
    private static final int SQLITE_OK = 0;
    private static final int COPY_PAUSE_MILLIS = 100;
    private static final int PAGES_AT_ONCE = 2_000;

    private SqliteDriver() {}

    /** Opens an existing file; the first statement begins the first transaction, as a reader. */
    static Connection open(SqliteUrl url, Duration busyTimeout) throws SQLException {
        OptionalLibrary.SQLITE.require();
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.enforceForeignKeys(true);
        config.setTransactionMode(TransactionMode.DEFERRED);
        config.setBusyTimeout(millis(busyTimeout));
        return config.createConnection(url.jdbc());
    }

    static void setBusyTimeout(Connection connection, Duration busyTimeout) throws SQLException {
        connection.unwrap(SQLiteConnection.class).setBusyTimeout(millis(busyTimeout));
    }

    /** Copies a database page by page over an empty one, waiting up to the given time for writers. */
    static void copy(SqliteUrl from, Path to, Duration wait, SqliteDatabase.CopyProgress progress) throws SQLException {
        OptionalLibrary.SQLITE.require();
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (var connection = (SQLiteConnection) config.createConnection(from.jdbc())) {
            int result = connection
                    .getDatabase()
                    .backup(
                            "main",
                            to.toString(),
                            progress::at,
                            COPY_PAUSE_MILLIS,
                            millis(wait) / COPY_PAUSE_MILLIS,
                            PAGES_AT_ONCE);
            if (result != SQLITE_OK) {
                throw new SQLException("the copy failed: " + result, null, result);
            }
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
