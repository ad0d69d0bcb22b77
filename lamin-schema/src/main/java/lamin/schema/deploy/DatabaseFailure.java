package lamin.schema.deploy;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.CheckDatabase;
import lamin.schema.Remedy.Retry;
import lamin.schema.Remedy.Stamp;
import lamin.schema.module.Script;
import lamin.schema.plan.Direction;
import org.jspecify.annotations.Nullable;

/** What an exception of a driver means to the user. */
enum DatabaseFailure {
    /** Another process holds what is needed. */
    BUSY(ErrorCode.BUSY, "try again when the other process has ended"),
    /** The rows do not fit what the migration asks of them. */
    ROWS_DO_NOT_FIT(ErrorCode.REFUSED, "fix the rows, then try again"),
    /** Views or other objects stand on what is to go. */
    IN_USE(ErrorCode.REFUSED, "drop or change what depends on it, then try again"),
    /** Something beside what is changed cannot be read, and SQLite then changes no table in place. */
    BROKEN(ErrorCode.REFUSED, "drop or fix the broken view or trigger, then try again"),
    /** Something is there, or not there, against expectation. */
    UNEXPECTED(ErrorCode.FAILURE, new CheckDatabase()),
    /** Such as another type for a column that a view, a policy or a publication uses. */
    IN_THE_WAY(ErrorCode.REFUSED, "change what stands in the way, then try again"),
    ALREADY_THERE(ErrorCode.REFUSED, new Stamp(false)),
    NO_CONVERSION(ErrorCode.REFUSED, "say in the migration how the values come over: .using(\"SQL\")"),
    NOT_PERMITTED(
            ErrorCode.FAILURE,
            "deploy as a user who owns the tables and sees all of their rows, or have their owner grant what is missing"),
    NO_SCHEMA(
            ErrorCode.FAILURE,
            "the search_path names no schema that is there: create it, or ALTER ROLE ... SET search_path = public"),
    READ_ONLY(ErrorCode.FAILURE, "make the file and its folder writable for this user"),
    READ_ONLY_SERVER(
            ErrorCode.FAILURE, "deploy to the primary server, as a user whose default_transaction_read_only is off"),
    ENDED(
            ErrorCode.FAILURE,
            "if it needs more time than statement_timeout gives: ALTER ROLE ... SET statement_timeout"),
    TOO_MANY_LOCKS(ErrorCode.FAILURE, "raise max_locks_per_transaction in postgresql.conf and restart the server"),
    FULL(ErrorCode.FAILURE, "make room on the disk, then try again"),
    UNWRITTEN(ErrorCode.FAILURE, "see whether the disk is full or fails, or files may not grow, then try again"),
    DAMAGED(ErrorCode.FAILURE, "the file was left as it is; put a copy of it in its place"),
    /** What was committed stays: the next run goes on from it. */
    LOST(ErrorCode.FAILURE, new Retry()),
    OTHER(ErrorCode.FAILURE);

    private static final Pattern AFTER_CHANGE =
            Pattern.compile("^error in (view|trigger|index|table) .* after (drop column|rename): ");
    private static final Pattern IN_ERROR = Pattern.compile("^error in (view|trigger) ");
    private static final Pattern NOT_AS_EXPECTED =
            Pattern.compile("^no such (table|column|index): | already exists$|^duplicate column name: ");
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

    private final ErrorCode code;

    @SuppressWarnings("ImmutableEnumChecker") // records in a list that cannot be changed
    private final List<Remedy> remedies;

    DatabaseFailure(ErrorCode code, String advice) {
        this(code, new Advice(advice));
    }

    DatabaseFailure(ErrorCode code, Remedy... remedies) {
        this.code = code;
        this.remedies = List.of(remedies);
    }

    /** Outside a migration. */
    static LaminException of(SQLException cause) {
        var kind = kind(cause);
        return new LaminException(kind.code, "the database failed: " + DriverMessage.of(cause), kind.remedies, cause);
    }

    /** Inside one that is a transaction or part of one. */
    static LaminException in(Direction direction, Script script, String where, SQLException cause) {
        return in(direction, script, where, "nothing of it was kept", cause);
    }

    /** Inside one that builds an index concurrently. */
    static LaminException outsideTransaction(Direction direction, Script script, String where, SQLException cause) {
        return in(
                direction,
                script,
                where,
                "the half-built index is left; the next deploy drops it and builds it again",
                cause);
    }

    private static LaminException in(
            Direction direction, Script script, String where, String kept, SQLException cause) {
        var kind = kind(cause);
        return new LaminException(
                kind.code,
                direction.describe(script) + " failed " + where + "\n" + DriverMessage.of(cause) + "\n" + kept,
                kind.remedies,
                Facts.of(Facts.Kind.REVISION, script.revision()),
                cause);
    }

    /** Whether a statement waited in vain for a lock or was chosen to end a deadlock. */
    static boolean isBusy(@Nullable Throwable cause) {
        return cause instanceof SQLException e && kind(e) == BUSY;
    }

    /** Whether the connection is gone, so that nobody answers any more. */
    static boolean isLost(SQLException cause) {
        return kind(cause) == LOST;
    }

    private static DatabaseFailure kind(SQLException cause) {
        var state = cause.getSQLState();
        return state == null ? ofSqlite(cause) : ofPostgres(state);
    }

    private static DatabaseFailure ofSqlite(SQLException cause) {
        int result = cause.getErrorCode() & 0xff;
        return result == SQLITE_ERROR ? ofSqlite(DriverMessage.firstLine(cause)) : ofSqlite(result);
    }

    /** SQLite has one number for most of what is wrong with a statement. */
    private static DatabaseFailure ofSqlite(String message) {
        if (AFTER_CHANGE.matcher(message).find()) {
            return IN_USE;
        }
        if (IN_ERROR.matcher(message).find()) {
            return BROKEN;
        }
        return NOT_AS_EXPECTED.matcher(message).find() ? UNEXPECTED : OTHER;
    }

    private static DatabaseFailure ofSqlite(int result) {
        return switch (result) {
            case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
            case SQLITE_READONLY, SQLITE_CANTOPEN -> READ_ONLY;
            case SQLITE_IOERR -> UNWRITTEN;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
            case SQLITE_FULL -> FULL;
            case SQLITE_CONSTRAINT -> ROWS_DO_NOT_FIT;
            default -> OTHER;
        };
    }

    /** Source: PostgreSQL's documentation, appendix "PostgreSQL Error Codes". */
    private static DatabaseFailure ofPostgres(String state) {
        return switch (state) {
            case "55P03", "40P01", "40001", "53300" -> BUSY;
            case "2BP01" -> IN_USE;
            case "0A000" -> IN_THE_WAY;
            case "42P07" -> ALREADY_THERE;
            case "42846", "42804" -> NO_CONVERSION;
            case "42501" -> NOT_PERMITTED;
            case "3F000" -> NO_SCHEMA;
            case "25006" -> READ_ONLY_SERVER;
            case "57014" -> ENDED;
            case "53200" -> TOO_MANY_LOCKS;
            case "53100" -> FULL;
            case "08003", "08006", "08007", "25P03", "25P04", "57P01", "57P02", "57P03", "57P05" -> LOST;
            default -> state.startsWith("22") || state.startsWith("23") ? ROWS_DO_NOT_FIT : OTHER;
        };
    }
}
