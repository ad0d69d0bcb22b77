package lamin.schema.internal.sqlite;

import lamin.schema.internal.database.LedgerText;

final class SqliteLedgerText implements LedgerText {
    @Override
    public String timeType() {
        return "datetime";
    }

    @Override
    public String now() {
        return "datetime('now')";
    }

    @Override
    public String tables() {
        return """
                SELECT m.name FROM sqlite_schema m
                WHERE m.type = 'table' AND (m.name IN (%s)
                  OR m.name LIKE 'migration\\_%%' ESCAPE '\\'
                  AND (SELECT group_concat(c.name) FROM pragma_table_info(m.name) c) = 'version_num')""".formatted(LedgerText.literals());
    }

    @Override
    public String history(String line) {
        return "SELECT group_concat(line, char(10)) FROM (SELECT " + line
                + " AS line FROM lamin_migration ORDER BY module, revision)";
    }
}
