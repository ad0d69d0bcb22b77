package lamin.schema.internal.postgres;

import java.util.Optional;
import lamin.schema.internal.database.LedgerText;

final class PostgresLedgerText implements LedgerText {
    private static final String LEDGERS = """
                 FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
                WHERE t.relkind IN ('r', 'p') AND (t.relname IN (%s)
                  OR t.relname LIKE 'migration\\_%%'
                  AND (SELECT string_agg(a.attname::text, ',') FROM pg_attribute a
                    WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) = 'version_num')""".formatted(LedgerText.literals());

    @Override
    public String timeType() {
        return "timestamptz";
    }

    @Override
    public String now() {
        return "now()";
    }

    /**
     * The view information_schema omits tables that the user may not read, so the database would seem to have no
     * ledger.
     */
    @Override
    public String tables() {
        return "SELECT t.relname" + LEDGERS + " AND n.nspname = current_schema()";
    }

    /** Without it, {@code CREATE SCHEMA} with the name of the user hides all tables: {@code "$user"} comes first in the path. */
    @Override
    public Optional<String> schemasBehind() {
        return Optional.of("SELECT DISTINCT n.nspname" + LEDGERS
                + " AND n.nspname = ANY (current_schemas(false)) AND n.nspname <> current_schema() ORDER BY 1");
    }

    @Override
    public String history(String line) {
        return "SELECT string_agg(" + line + ", chr(10) ORDER BY module, revision) FROM lamin_migration";
    }
}
