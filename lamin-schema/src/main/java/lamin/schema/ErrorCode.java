package lamin.schema;

/** The kind of a failure. The command line exits with its code. */
public enum ErrorCode {
    /** Something broke or cannot be reached. */
    FAILURE(1),
    /** The request is not understood: an unknown name, scheme or option. */
    USAGE(2),
    /** Models, scripts and database disagree, or migrations are pending. */
    NOT_IN_SYNC(3),
    /** A decision is missing, or data would be lost. */
    REFUSED(4),
    /** Another process or session holds the database. */
    BUSY(5),
    /** The versions of database and code are incompatible. */
    INCOMPATIBLE(6);

    private final int exitCode;

    ErrorCode(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
