package lamin.schema.internal.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of the ledger's SQL that differ between databases. */
public interface LedgerText {
    /**
     * The tables that belong to no schema module: those of the ledger, and those in which instances keep what LaminDB has no
     * tables for. The heads of modules have more, {@code migration_} and the module's name.
     */
    List<String> TABLES = List.of(
            "lamin_module", "lamin_migration", "lamin_verified", "lamin_content", "lamin_upload", "lamin_removal");

    /** Their names as SQL literals. */
    static String literals() {
        return TABLES.stream().map(table -> "'" + table + "'").collect(Collectors.joining(", "));
    }

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
