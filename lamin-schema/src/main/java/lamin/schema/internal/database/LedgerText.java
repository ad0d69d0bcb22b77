package lamin.schema.internal.database;

import java.util.Optional;

/** The parts of the ledger's SQL that differ between databases. */
public interface LedgerText {
    /** The type of time columns. */
    String timeType();

    /** An expression for the time at which a statement runs. */
    String now();

    /**
     * A query for the names of the ledger's existing tables; {@code migration_x} is one of them if its only column is
     * Alembic's.
     */
    String tables();

    /**
     * A query for the schemas with a ledger that are in the search path but not first, so that new tables are created elsewhere.
     * Empty if a database has no schemas.
     */
    default Optional<String> schemasBehind() {
        return Optional.empty();
    }

    /**
     * A query that returns one text: all rows of the history, one per line, ordered by module and revision.
     *
     * @param line an expression for the line of a row
     */
    String history(String line);
}
