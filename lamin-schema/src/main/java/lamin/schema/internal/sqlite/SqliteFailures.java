package lamin.schema.internal.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.CheckDatabase;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.database.FailureKind;

/** The meaning of SQLite's result codes and messages. Source: SQLite's documentation, "Result and Error Codes". */
final class SqliteFailures {
    /** A view or trigger cannot be read, in which case SQLite changes no table in place. */
    private static final FailureKind BROKEN =
            FailureKind.of(ErrorCode.REFUSED, "drop or fix the broken view or trigger, then try again");

    /** An object unexpectedly exists or does not exist. */
    private static final FailureKind UNEXPECTED = FailureKind.of(ErrorCode.FAILURE, new CheckDatabase());

    private static final FailureKind READ_ONLY =
            FailureKind.of(ErrorCode.FAILURE, "make the file and its folder writable for this user");
    private static final FailureKind UNWRITTEN = FailureKind.of(
            ErrorCode.FAILURE, "see whether the disk is full or fails, or files may not grow, then try again");
    private static final FailureKind DAMAGED =
            FailureKind.of(ErrorCode.FAILURE, "the file was left as it is; put a copy of it in its place");

    private static final Pattern AFTER_CHANGE =
            Pattern.compile("^error in (view|trigger|index|table) .* after (drop column|rename): ");
    private static final Pattern IN_ERROR = Pattern.compile("^error in (view|trigger) ");
    private static final Pattern NOT_AS_EXPECTED =
            Pattern.compile("^no such (table|column|index): | already exists$|^duplicate column name: ");

    /** The driver surrounds SQLite's message with the name of the code and an explanation. */
    private static final Pattern FROM_DRIVER = Pattern.compile("^\\[SQLITE_\\w+].*?\\((.*)\\)$");

    private static final int SQLITE_ERROR = 1;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_NOTADB = 26;

    private SqliteFailures() {}

    /** The driver sets no SQL state. */
    static Optional<DatabaseFailure> of(SQLException cause) {
        if (cause.getSQLState() != null) {
            return Optional.empty();
        }
        var message = FROM_DRIVER.matcher(DatabaseFailure.firstLine(cause)).replaceFirst("$1");
        int result = cause.getErrorCode() & 0xff;
        return Optional.of(new DatabaseFailure(result == SQLITE_ERROR ? kind(message) : kind(result), message));
    }

    /** SQLite uses a single code for most errors in statements. */
    private static FailureKind kind(String message) {
        if (AFTER_CHANGE.matcher(message).find()) {
            return FailureKind.IN_USE;
        }
        if (IN_ERROR.matcher(message).find()) {
            return BROKEN;
        }
        return NOT_AS_EXPECTED.matcher(message).find() ? UNEXPECTED : FailureKind.OTHER;
    }

    private static FailureKind kind(int result) {
        return switch (result) {
            case SQLITE_BUSY, SQLITE_LOCKED -> FailureKind.BUSY;
            case SQLITE_READONLY, SQLITE_CANTOPEN -> READ_ONLY;
            case SQLITE_IOERR -> UNWRITTEN;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
            case SQLITE_FULL -> FailureKind.FULL;
            case SQLITE_CONSTRAINT -> FailureKind.ROWS_DO_NOT_FIT;
            default -> FailureKind.OTHER;
        };
    }
}
