package lamin.mappings;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.testing.databases.TestDatabase.Kind;

/** The columns of tables as a database has them. */
final class Columns {
    private static final String POSTGRESQL = """
            select a.attname, format_type(a.atttypid, a.atttypmod)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relname in (?, lower(?)) and n.nspname in ('public', 'mapping_schema') and a.attnum > 0 and not a.attisdropped
            and c.relkind = 'r' order by a.attname""";

    private static final String SQLITE = "select name, lower(type) from pragma_table_xinfo(?) order by name";

    private Columns() {}

    /** The columns other than the usual ones, with the table if there are several. */
    static String show(Connection connection, Kind kind, List<String> tables) throws SQLException {
        var shown = new ArrayList<String>();
        for (var table : tables) {
            var columns = columns(connection, kind, table);
            if (columns.size() > 1) {
                columns.removeIf(column -> column.matches("id (bigint|integer)"));
            }
            if (!columns.isEmpty()) {
                shown.add((tables.size() == 1 ? "" : table + ": ") + String.join(", ", columns));
            }
        }
        return String.join("; ", shown);
    }

    private static List<String> columns(Connection connection, Kind kind, String table) throws SQLException {
        try (var statement = connection.prepareStatement(kind == Kind.SQLITE ? SQLITE : POSTGRESQL)) {
            statement.setString(1, table);
            if (kind == Kind.POSTGRESQL) {
                statement.setString(2, table);
            }
            var columns = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            return columns;
        }
    }
}
