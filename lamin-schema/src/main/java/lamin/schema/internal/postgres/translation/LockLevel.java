package lamin.schema.internal.postgres.translation;

import lamin.schema.internal.database.OperationImpact;

/** A lock that PostgreSQL holds on a table until the end of the transaction, the weakest first. */
public enum LockLevel {
    NONE(OperationImpact.NO_LOCK, "nobody"),
    ROW_EXCLUSIVE("ROW EXCLUSIVE", "writers of the same rows"),
    SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE", "other changes of the schema"),
    SHARE("SHARE", "writers"),
    SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE", "writers"),
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", "readers and writers"),
    /** For custom SQL and Java, whose locks are unknown until they run. */
    UNKNOWN("unknown", "unknown statements");

    private final String sql;
    private final String blocked;

    LockLevel(String sql, String blocked) {
        this.sql = sql;
        this.blocked = blocked;
    }

    /** The name in PostgreSQL's manual. */
    public String sql() {
        return sql;
    }

    /** The statements that wait for the lock. */
    public String blocked() {
        return blocked;
    }

    LockLevel or(LockLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
