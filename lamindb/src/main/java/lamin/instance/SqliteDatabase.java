package lamin.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.DeleteInstance;
import lamin.schema.Remedy.RestoreFile;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file. Foreign keys are enforced; the journal mode and {@code synchronous} stay unchanged; the file is never
 * created. Readers and writers have separate connections, because a writer's transaction takes the write lock
 * immediately.
 */
public record SqliteDatabase(Path file, Patience patience, Notices notices) implements DirectDatabase {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

    // SQLite's primary result codes
    private static final Pattern UNIQUE = Pattern.compile("UNIQUE constraint failed: (\\w+)\\.(.+)");
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int AUTH = 23;
    private static final int NOTADB = 26;

    /**
     * The existing files that SQLite keeps beside a database: its journals and their index. They belong to that very file:
     * SQLite reads them into any other one that it finds under the same name.
     */
    public static List<Path> companions(Path file) {
        return COMPANIONS.stream()
                .map(suffix -> file.resolveSibling(file.getFileName() + suffix))
                .filter(companion -> Files.exists(companion, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    @Override
    public SqliteUrl url() {
        return new SqliteUrl(file);
    }

    @Override
    public Connection connection() {
        try {
            return SqliteDriver.open(url(), patience.untilFailure());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Programs rely on foreign keys, which SQLite enforces only on request. */
    @Override
    public void adopt(Connection connection) throws SQLException {
        execute(connection, "pragma foreign_keys = on");
        SqliteDriver.setBusyTimeout(connection, patience.untilFailure());
    }

    @Override
    public Optional<Object> identity() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Creates the empty file for a new database. */
    public static void create(Path file) throws IOException {
        Files.createFile(file);
    }

    /** Emptied first, and checked at the end: they may point at each other in a circle. */
    @Override
    public void drop(Connection connection, List<String> tables) throws SQLException {
        refuseOthersThatPointAt(connection, tables);
        execute(connection, "pragma defer_foreign_keys = on");
        for (var table : tables) {
            execute(connection, "delete from " + table);
        }
        for (var table : tables) {
            execute(connection, "drop table " + table);
        }
    }

    /** Rows of others could be deleted along with what they point at. */
    private void refuseOthersThatPointAt(Connection connection, List<String> tables) throws SQLException {
        var pointing = Jdbc.query(
                connection,
                "select m.name, k.\"table\" from sqlite_schema m join pragma_foreign_key_list(m.name) k"
                        + " where m.type = 'table' order by 1",
                row -> List.of(SqlTokens.quote(row.getString(1)), SqlTokens.quote(row.getString(2))));
        for (var key : pointing) {
            if (tables.contains(key.getLast()) && !tables.contains(key.getFirst())) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "table " + key.getFirst() + " points at " + key.getLast() + ", which is to be dropped from "
                                + file + "\nnothing was changed");
            }
        }
    }

    @Override
    public void verify() {
        if (!Files.exists(file)) {
            throw new LaminException(
                    ErrorCode.FAILURE, "the database is missing: " + file, restore(), new DeleteInstance(null, false));
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
    public boolean isTakenKey(SQLException cause) {
        return UNIQUE.matcher(String.valueOf(cause.getMessage())).find();
    }

    @Override
    public LaminException failure(SQLException cause) {
        return switch (primaryCode(cause)) {
            case BUSY, LOCKED -> busy(cause);
            case NOTADB, CORRUPT -> damaged(cause);
            case READONLY, PERM ->
                new LaminException(
                        ErrorCode.FAILURE,
                        "the database can be read but not written: " + file + " or its folder",
                        cause);
            case CANTOPEN, AUTH -> new LaminException(ErrorCode.FAILURE, "cannot open the database: " + file, cause);
            case CONSTRAINT -> new LaminException(ErrorCode.REFUSED, constraint(cause), cause);
            case FULL -> new LaminException(ErrorCode.FAILURE, "no space left for the database: " + file, cause);
            // the codes are an open set
            default -> new LaminException(ErrorCode.FAILURE, cause.getMessage() + " (" + file + ")", cause);
        };
    }

    /** The driver says {@code [CODE] explanation (SQLite's message)}; the message is for users. */
    private static String constraint(SQLException cause) {
        var text = String.valueOf(cause.getMessage()).replaceFirst("(?s)^\\[\\w+].*?\\((.*)\\)$", "$1");
        if (text.equals("FOREIGN KEY constraint failed")) {
            return "a record refers to a record that does not exist";
        }
        var unique = UNIQUE.matcher(text);
        return unique.matches()
                ? TakenKey.message(unique.group(2).replace(unique.group(1) + ".", ""), " in " + unique.group(1))
                : text;
    }

    private static int primaryCode(SQLException cause) {
        return cause.getErrorCode() & 0xff;
    }

    /** Called after each part of a copy, with the remaining and the total number of pages. */
    @FunctionalInterface
    public interface CopyProgress {
        void at(int pagesLeft, int pages);
    }

    /**
     * Copies a snapshot of the database over an empty one. It is read page by page by a read-only connection, so that
     * other processes are not blocked.
     */
    public void copyTo(SqliteDatabase copy, CopyProgress progress) {
        try {
            SqliteDriver.copy(url(), copy.file, patience.untilFailure(), progress);
        } catch (SQLException e) {
            throw copyFailure(copy, e);
        }
    }

    /** A full disk concerns the copy; every other failure is reported for the original. */
    private LaminException copyFailure(SqliteDatabase copy, SQLException cause) {
        return primaryCode(cause) == FULL ? copy.failure(cause) : failure(cause);
    }

    /**
     * SQLite itself waits for the busy timeout, which is the time until the notice; this method counts the timeouts.
     *
     * <p>The driver begins transactions implicitly, including one after each commit. In its immediate mode that one
     * takes the write lock again, and a successful commit may fail as busy. So its mode is deferred, and the first
     * transaction is replaced here.
     */
    @Override
    public void begin(Connection connection) throws SQLException {
        SqliteDriver.setBusyTimeout(connection, patience.untilNotice());
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
        SqliteDriver.setBusyTimeout(connection, patience.untilFailure());
    }

    private static boolean tryToBegin(Connection connection) throws SQLException {
        try {
            execute(connection, "begin immediate");
            return true;
        } catch (SQLException e) {
            if (primaryCode(e) == BUSY) {
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

    private RestoreFile restore() {
        return new RestoreFile(
                file.toString(), companions(file).stream().map(Path::toString).toList());
    }

    private LaminException damaged(@Nullable SQLException cause) {
        return new LaminException(
                ErrorCode.FAILURE,
                "not an intact SQLite database: " + file + "\nit was left as it is",
                List.of(restore()),
                cause);
    }
}
