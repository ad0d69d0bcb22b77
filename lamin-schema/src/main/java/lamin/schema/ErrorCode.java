package lamin.schema;

/** The kind of a failure; the command line ends with its exit code. */
public enum ErrorCode {
    /** Something broke or is out of reach. */
    FAILURE(1),
    /** The request is not understood: an unknown name, scheme or option. */
    USAGE(2),
    /** Models, scripts and database disagree, or migrations are pending. */
    NOT_IN_SYNC(3),
    /** A decision is needed, or data would be lost. */
    REFUSED(4),
    /** Somebody else holds the database. */
    BUSY(5),
    /** The database and the code are of versions that do not go together. */
    INCOMPATIBLE(6);

    private final int exitCode;

    ErrorCode(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
