package lamin.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.DeleteInstance;
import lamin.schema.Remedy.RestoreFile;
import lamin.schema.deploy.Patience;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.core.DB.ProgressObserver;

/**
 * A SQLite file. Foreign keys are enforced; the journal mode and {@code synchronous} stay as they are; a file is never
 * made. Readers and writers have connections of their own, as a transaction of a writer takes the write lock at once.
 */
public record SqliteDatabase(Path file, Patience patience, Notices notices) implements Database {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final int COPY_PAUSE_MILLIS = 100;
    private static final int PAGES_AT_ONCE = 2_000;

    @Override
    public DatabaseUrl url() {
        return new SqliteUrl(file);
    }

    @Override
    public Connection connection() {
        try {
            return open(patience.untilFailure());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public Connection transaction() {
        try {
            var connection = open(patience.untilNotice());
            try {
                begin(connection);
                return connection;
            } catch (SQLException | LaminException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The empty file that a new database begins as. */
    public static void create(Path file) throws IOException {
        Files.createFile(file);
    }

    @Override
    public void verify() {
        if (!Files.exists(file)) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the database is missing: " + file,
                    new RestoreFile(file.toString()),
                    new DeleteInstance(null, false));
        }
        if (!startsLikeSqlite()) {
            throw damaged(null);
        }
        read(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("select count(*) from sqlite_schema");
            }
        });
    }

    @Override
    public LaminException failure(SQLException cause) {
        var code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> busy(cause);
            case SQLITE_NOTADB, SQLITE_CORRUPT -> damaged(cause);
            case SQLITE_READONLY, SQLITE_PERM ->
                new LaminException(
                        ErrorCode.FAILURE,
                        "the database can be read but not written: " + file + " or its folder",
                        cause);
            case SQLITE_CANTOPEN, SQLITE_AUTH ->
                new LaminException(ErrorCode.FAILURE, "cannot open the database: " + file, cause);
            case SQLITE_CONSTRAINT -> new LaminException(ErrorCode.REFUSED, constraint(cause), cause);
            case SQLITE_FULL -> new LaminException(ErrorCode.FAILURE, "no space left for the database: " + file, cause);
            // the driver's codes are an open set
            default -> new LaminException(ErrorCode.FAILURE, cause.getMessage() + " (" + file + ")", cause);
        };
    }

    /** The driver says {@code [CODE] explanation (what SQLite says)}; the last is for people. */
    private static String constraint(SQLException cause) {
        return String.valueOf(cause.getMessage()).replaceFirst("(?s)^\\[\\w+].*?\\((.*)\\)$", "$1");
    }

    /**
     * Copies the database, as it is at one moment, over an empty one. It is read by a connection that cannot write, page
     * by page, so that other processes go on.
     *
     * @param progress is told, after each part, how many pages are left and how many there are
     */
    public void copyTo(SqliteDatabase copy, ProgressObserver progress) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (var connection = (SQLiteConnection) config.createConnection(url().jdbc())) {
            int attempts = Math.toIntExact(patience.untilFailure().toMillis() / COPY_PAUSE_MILLIS);
            int result = connection
                    .getDatabase()
                    .backup("main", copy.file.toString(), progress, COPY_PAUSE_MILLIS, attempts, PAGES_AT_ONCE);
            if (result != SQLiteErrorCode.SQLITE_OK.code) {
                throw copyFailure(copy, new SQLException("the copy failed: " + result, null, result));
            }
        } catch (SQLException e) {
            throw copyFailure(copy, e);
        }
    }

    /** What is full is the place of the copy; everything else is told of the original. */
    private LaminException copyFailure(SqliteDatabase copy, SQLException cause) {
        return SQLiteErrorCode.getErrorCode(cause.getErrorCode()) == SQLiteErrorCode.SQLITE_FULL
                ? copy.failure(cause)
                : failure(cause);
    }

    private Connection open(Duration busyTimeout) throws SQLException {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.enforceForeignKeys(true);
        config.setTransactionMode(TransactionMode.DEFERRED);
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        return config.createConnection(url().jdbc());
    }

    /**
     * SQLite itself waits for the busy timeout, which is the time until the notice; we count how often.
     *
     * <p>The driver begins transactions by itself, also one after each commit; in its immediate mode that one takes the
     * write lock again, and a commit that succeeded may fail as busy. So its mode is deferred, and we replace the first.
     */
    private void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "rollback");
        long start = System.nanoTime();
        for (boolean told = false; !tryToBegin(connection); told = true) {
            if (System.nanoTime() - start > patience.untilFailure().toNanos()) {
                throw busy(null);
            }
            if (!told) {
                notices.warning("waiting for another process that is writing to " + file);
            }
        }
        // a commit waits for readers
        ((SQLiteConnection) connection)
                .setBusyTimeout(Math.toIntExact(patience.untilFailure().toMillis()));
    }

    private static boolean tryToBegin(Connection connection) throws SQLException {
        try {
            execute(connection, "begin immediate");
            return true;
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code) {
                return false;
            }
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean startsLikeSqlite() {
        try (var input = Files.newInputStream(file)) {
            return Arrays.equals(input.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read the database: " + file, e);
        }
    }

    private LaminException busy(@Nullable SQLException cause) {
        return new LaminException(
                ErrorCode.BUSY,
                "another process has been writing to the database for more than "
                        + patience.untilFailure().toSeconds() + " s: " + file
                        + "\nnothing was changed",
                List.of(new Advice("try again when it has ended")),
                cause);
    }

    private LaminException damaged(@Nullable SQLException cause) {
        return new LaminException(
                ErrorCode.FAILURE,
                "not an intact SQLite database: " + file + "\nit was left as it is",
                List.of(new RestoreFile(file.toString())),
                cause);
    }
}
