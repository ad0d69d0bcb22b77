package lamin.schema.internal.database;

/**
 * The effect of an operation on other sessions of the database.
 *
 * @param lock the strongest lock on an existing table, as the manual of the database calls it; {@value #NO_LOCK} for
 *     none
 * @param blocked the statements that wait for it
 * @param work the work on rows while the lock is held
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
