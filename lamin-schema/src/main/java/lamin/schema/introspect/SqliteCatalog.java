package lamin.schema.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What SQLite's catalog and pragmas say, each asked once for all tables.
 *
 * @param columns by table
 * @param indexColumns by table, the columns of one index one after another
 * @param keyColumns by table, foreign keys in the order of the text
 * @param indexSql by index; indexes that a constraint made have none
 */
record SqliteCatalog(
        List<TableRow> tables,
        Map<String, List<ColumnRow>> columns,
        Map<String, List<IndexColumnRow>> indexColumns,
        Map<String, List<KeyColumnRow>> keyColumns,
        Map<String, String> indexSql) {

    record TableRow(String name, String sql) {}

    /**
     * @param key place in the primary key, from 1; 0 outside
     */
    record ColumnRow(
            String table,
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultValue,
            int key) {}

    /**
     * @param origin {@code c} made by a statement, {@code u} by UNIQUE, {@code pk} by PRIMARY KEY
     * @param column null for an expression
     */
    record IndexColumnRow(
            String table,
            String index,
            boolean unique,
            String origin,
            @Nullable String column,
            boolean descending,
            String collation) {}

    /**
     * @param targetColumn null where the statement names none, which means the primary key
     */
    record KeyColumnRow(
            String table,
            int number,
            String target,
            String column,
            @Nullable String targetColumn,
            String onDelete) {}

    static SqliteCatalog read(Connection connection) throws SQLException {
        return new SqliteCatalog(
                tables(connection),
                Rows.grouped(columns(connection), ColumnRow::table),
                Rows.grouped(indexColumns(connection), IndexColumnRow::table),
                Rows.grouped(keyColumns(connection), KeyColumnRow::table),
                indexSql(connection));
    }

    /** Without views, virtual tables and the tables in which virtual ones keep their rows. */
    private static List<TableRow> tables(Connection connection) throws SQLException {
        var sql = """
                SELECT m.name, m.sql FROM sqlite_schema m JOIN pragma_table_list l ON l.name = m.name
                WHERE m.type = 'table' AND l.schema = 'main' AND l.type = 'table'
                  AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.name <> ''
                ORDER BY m.rowid""";
        return Rows.of(connection, sql, row -> new TableRow(row.getString(1), row.getString(2)));
    }

    private static List<ColumnRow> columns(Connection connection) throws SQLException {
        var sql = """
                SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
                FROM sqlite_schema m JOIN pragma_table_xinfo(m.name, 'main') c
                WHERE m.type = 'table' ORDER BY m.rowid, c.cid""";
        return Rows.of(
                connection,
                sql,
                row -> new ColumnRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getInt(6)));
    }

    private static List<IndexColumnRow> indexColumns(Connection connection) throws SQLException {
        var sql = """
                SELECT m.name, l.name, l."unique", l.origin, c.name, c."desc", c.coll
                FROM sqlite_schema m JOIN pragma_index_list(m.name, 'main') l JOIN pragma_index_xinfo(l.name, 'main') c
                WHERE m.type = 'table' AND c.key = 1 ORDER BY m.rowid, l.seq DESC, c.seqno""";
        return Rows.of(
                connection,
                sql,
                row -> new IndexColumnRow(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7)));
    }

    private static List<KeyColumnRow> keyColumns(Connection connection) throws SQLException {
        var sql = """
                SELECT m.name, k.id, k."table", k."from", k."to", k.on_delete
                FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name, 'main') k
                WHERE m.type = 'table' ORDER BY m.rowid, k.id DESC, k.seq""";
        return Rows.of(
                connection,
                sql,
                row -> new KeyColumnRow(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    private static Map<String, String> indexSql(Connection connection) throws SQLException {
        var sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
        return Rows.of(connection, sql, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
