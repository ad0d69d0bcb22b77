package lamin.trash;

import lamin.schema.model.TableName;

/**
 * Rows that refer to a record that is to be deleted.
 *
 * @param column the referring column
 * @param rows their number
 */
public record Reference(TableName table, String column, long rows, Effect effect) {
    /** What happens to the rows. */
    public enum Effect {
        /** They link the record to others, and are deleted with it. */
        DELETED,
        /** Their reference is emptied. */
        CLEARED,
        /** They record the data as an input of a run: lineage would be lost. */
        INPUT,
        /** They cannot be without it, so the record cannot be deleted before them. */
        BLOCKING
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
