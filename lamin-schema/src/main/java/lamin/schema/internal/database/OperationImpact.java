package lamin.schema.internal.database;

/**
 * What an operation costs others who use the database meanwhile.
 *
 * @param lock the strongest on any existing table, as the manual of the database calls it; {@value #NO_LOCK} for none
 * @param blocked who waits for it
 * @param work what is done to rows while the lock is held
 */
public record OperationImpact(String lock, String blocked, TableWork work) {
    public static final String NO_LOCK = "none";

    public boolean locks() {
        return !lock.equals(NO_LOCK);
    }

    public boolean rewritesTable() {
        return work == TableWork.REWRITE;
    }
}
