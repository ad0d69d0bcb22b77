package lamin.schema.internal.postgres;

import lamin.schema.internal.database.LedgerText;

final class PostgresLedgerText implements LedgerText {
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
        return """
                SELECT t.relname FROM pg_class t
                WHERE t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND t.relkind IN ('r', 'p')
                  AND (t.relname IN ('lamin_module', 'lamin_migration', 'lamin_verified', 'lamin_content')
                  OR t.relname LIKE 'migration\\_%'
                  AND (SELECT string_agg(a.attname::text, ',') FROM pg_attribute a
                    WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) = 'version_num')""";
    }

    @Override
    public String history(String line) {
        return "SELECT string_agg(" + line + ", chr(10) ORDER BY module, revision) FROM lamin_migration";
    }
}
