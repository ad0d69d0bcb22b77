package lamin.schema.internal.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.Retry;
import lamin.schema.Remedy.Stamp;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.database.FailureKind;

/** The meaning of PostgreSQL's SQL states. Source: PostgreSQL's documentation, appendix "PostgreSQL Error Codes". */
public final class PostgresFailures {
    /** For example, a new type for a column that a view, a policy or a publication uses. */
    private static final FailureKind IN_THE_WAY =
            FailureKind.of(ErrorCode.REFUSED, "change what is in the way, then try again");

    private static final FailureKind ALREADY_THERE = FailureKind.of(ErrorCode.REFUSED, new Stamp(false));
    private static final FailureKind NO_CONVERSION =
            FailureKind.of(ErrorCode.REFUSED, "state in the migration how to convert the values: .using(\"SQL\")");
    private static final FailureKind NOT_PERMITTED = FailureKind.of(
            ErrorCode.FAILURE,
            "deploy as a user who owns the tables and sees all of their rows, or have their owner grant what is missing");
    private static final FailureKind NO_SCHEMA = FailureKind.of(
            ErrorCode.FAILURE,
            "the search_path names no existing schema: create it, or ALTER ROLE ... SET search_path = public");
    private static final FailureKind READ_ONLY_SERVER = FailureKind.of(
            ErrorCode.FAILURE, "deploy to the primary server, as a user whose default_transaction_read_only is off");
    private static final FailureKind ENDED = FailureKind.of(
            ErrorCode.FAILURE,
            "if it needs more time than statement_timeout gives: ALTER ROLE ... SET statement_timeout");
    private static final FailureKind TOO_MANY_LOCKS = FailureKind.of(
            ErrorCode.FAILURE, "raise max_locks_per_transaction in postgresql.conf and restart the server");

    /** Committed migrations stay; the next run continues from them. */
    private static final FailureKind LOST = FailureKind.of(ErrorCode.FAILURE, new Retry());

    /** The beginning of the line, as the driver writes it. */
    private static final String DETAIL = "  Detail: ";

    private static final int SHOWN = 3;
    private static final int LONGEST = 300;

    private PostgresFailures() {}

    static Optional<DatabaseFailure> of(SQLException cause) {
        return Optional.ofNullable(cause.getSQLState()).map(state -> new DatabaseFailure(kind(state), message(cause)));
    }

    /** Whether the connection is lost, so that the server cannot answer any more. */
    public static boolean isLost(SQLException cause) {
        return cause.getSQLState() != null && kind(cause.getSQLState()).equals(LOST);
    }

    private static FailureKind kind(String state) {
        return switch (state) {
            case "55P03", "40P01", "40001", "53300" -> FailureKind.BUSY;
            case "2BP01" -> FailureKind.IN_USE;
            case "0A000" -> IN_THE_WAY;
            case "42P07" -> ALREADY_THERE;
            case "42846", "42804" -> NO_CONVERSION;
            case "42501" -> NOT_PERMITTED;
            case "3F000" -> NO_SCHEMA;
            case "25006" -> READ_ONLY_SERVER;
            case "57014" -> ENDED;
            case "53200" -> TOO_MANY_LOCKS;
            case "53100" -> FailureKind.FULL;
            case "08003", "08006", "08007", "25P03", "25P04", "57P01", "57P02", "57P03", "57P05" -> LOST;
            default ->
                state.startsWith("22") || state.startsWith("23") ? FailureKind.ROWS_DO_NOT_FIT : FailureKind.OTHER;
        };
    }

    /** With the server's detail, if there is one. Its hints are left out, because some recommend CASCADE. */
    private static String message(SQLException cause) {
        var found = String.valueOf(cause.getMessage())
                .lines()
                .dropWhile(line -> !line.startsWith(DETAIL))
                .takeWhile(line -> line.startsWith(DETAIL) || !line.startsWith("  "))
                .map(line -> line.startsWith(DETAIL) ? line.substring(DETAIL.length()) : line)
                .toList();
        var first = DatabaseFailure.firstLine(cause);
        return found.isEmpty() ? first : first + ": " + shortened(found);
    }

    private static String shortened(List<String> found) {
        var shown = String.join("; ", found.subList(0, Math.min(found.size(), SHOWN)));
        var cut = shown.length() > LONGEST ? shown.substring(0, LONGEST) + " ..." : shown;
        return found.size() > SHOWN ? cut + "; and " + (found.size() - SHOWN) + " more" : cut;
    }
}
