package lamin.schema.internal.database;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;

/** The meaning of a database failure for the user. The constants apply to all databases; each database adds its own. */
public record FailureKind(ErrorCode code, List<Remedy> remedies) {
    /** Another process holds a required lock. */
    public static final FailureKind BUSY = of(ErrorCode.BUSY, "try again when the other process has ended");

    /** The rows do not meet the requirements of the migration. */
    public static final FailureKind ROWS_DO_NOT_FIT = of(ErrorCode.REFUSED, "fix the rows, then try again");

    /** Views or other objects depend on something that would be dropped. */
    public static final FailureKind IN_USE = of(ErrorCode.REFUSED, "drop or change what depends on it, then try again");

    public static final FailureKind FULL = of(ErrorCode.FAILURE, "make room on the disk, then try again");
    public static final FailureKind OTHER = of(ErrorCode.FAILURE);

    public FailureKind {
        remedies = List.copyOf(remedies);
    }

    public static FailureKind of(ErrorCode code, String advice) {
        return of(code, new Advice(advice));
    }

    public static FailureKind of(ErrorCode code, Remedy... remedies) {
        return new FailureKind(code, List.of(remedies));
    }
}
