package lamin.schema.internal.postgres.translation;

import lamin.schema.internal.database.OperationImpact;

/** A lock that PostgreSQL takes on a table until the transaction ends, the weakest first. */
public enum LockLevel {
    NONE(OperationImpact.NO_LOCK, "nobody"),
    ROW_EXCLUSIVE("ROW EXCLUSIVE", "writers of the same rows"),
    SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE", "other changes of the schema"),
    SHARE("SHARE", "writers"),
    SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE", "writers"),
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", "readers and writers"),
    /** Of what an author wrote; nobody can tell without running it. */
    UNKNOWN("unknown", "nobody can tell whom");

    private final String sql;
    private final String blocked;

    LockLevel(String sql, String blocked) {
        this.sql = sql;
        this.blocked = blocked;
    }

    /** As PostgreSQL's manual calls it. */
    public String sql() {
        return sql;
    }

    /** Who waits meanwhile. */
    public String blocked() {
        return blocked;
    }

    LockLevel or(LockLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
