package lamin.schema.internal.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a driver's exception for the user.
 *
 * @param message the database's message in one line, without additions by the driver
 */
public record DatabaseFailure(FailureKind kind, String message) {
    /** Interpreted by the system whose driver threw it. */
    public static DatabaseFailure of(SQLException cause) {
        return DatabaseSystem.all().stream()
                .map(system -> system.failure(cause))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new DatabaseFailure(FailureKind.OTHER, firstLine(cause)));
    }

    /** A failure outside a migration. */
    public static LaminException exception(SQLException cause) {
        var failure = of(cause);
        return new LaminException(
                failure.code(), "the database failed: " + failure.message(), failure.remedies(), cause);
    }

    /** Whether a statement timed out waiting for a lock or was cancelled to break a deadlock. */
    public static boolean isBusy(@Nullable Throwable cause) {
        return cause instanceof SQLException failure && of(failure).kind().equals(FailureKind.BUSY);
    }

    public static String firstLine(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    public ErrorCode code() {
        return kind.code();
    }

    public List<Remedy> remedies() {
        return kind.remedies();
    }
}
