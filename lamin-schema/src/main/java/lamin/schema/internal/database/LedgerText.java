package lamin.schema.internal.database;

import java.util.Optional;

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
     * A query for the schemas with a ledger that a session finds names in, but not first: what it creates goes elsewhere. Empty
     * where a database has one place for tables.
     */
    default Optional<String> schemasBehind() {
        return Optional.empty();
    }

    /**
     * A query for one text: all rows of the history, a line each, ordered by module and revision.
     *
     * @param line an expression for the line of a row
     */
    String history(String line);
}
