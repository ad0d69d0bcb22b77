package lamin.schema.internal.database;

/** The parts of the ledger's SQL that differ between databases. */
public interface LedgerText {
    /** The type of columns that hold times. */
    String timeType();

    /** The time at which a statement runs, as an expression. */
    String now();

    /**
     * A query for the names of the existing tables of the ledger; {@code migration_x} is one of them when it has Alembic's one
     * column and no other.
     */
    String tables();

    /**
     * A query for one text: all rows of the history, a line each, ordered by module and revision.
     *
     * @param line an expression for the line of a row
     */
    String history(String line);
}
