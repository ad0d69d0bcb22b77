package lamin.schema.internal.sqlite.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.schema.internal.introspect.Rows;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The contents of SQLite's catalog and pragmas, each queried once for all tables.
 *
 * @param columns by table
 * @param indexColumns by table; the columns of an index are consecutive
 * @param keyColumns by table, foreign keys in source order
 * @param indexSql by index; indexes created by a constraint have none
 */
record SqliteCatalog(
        List<TableRow> tables,
        Map<String, List<ColumnRow>> columns,
        Map<String, List<IndexColumnRow>> indexColumns,
        Map<String, List<KeyColumnRow>> keyColumns,
        Map<String, String> indexSql) {

    record TableRow(String name, String sql) {}

    /** @param key position in the primary key, from 1; 0 for other columns */
    record ColumnRow(
            String table,
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultValue,
            int key) {}

    /**
     * @param origin {@code c} created by a statement, {@code u} by UNIQUE, {@code pk} by PRIMARY KEY
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

    /** @param targetColumn null if the statement names none, which means the primary key */
    record KeyColumnRow(
            String table,
            int number,
            String target,
            String column,
            @Nullable String targetColumn,
            String onDelete) {}

    static SqliteCatalog read(Connection connection) throws SQLException {
        return read(connection, "");
    }

    /** The catalog of one table and the tables that it references. */
    static SqliteCatalog read(Connection connection, TableName table) throws SQLException {
        var name = SqlTokens.literal(table.flat());
        return read(
                connection,
                " AND m.name IN (SELECT %s UNION ALL SELECT \"table\" FROM pragma_foreign_key_list(%s))"
                        .formatted(name, name));
    }

    private static SqliteCatalog read(Connection connection, String condition) throws SQLException {
        return new SqliteCatalog(
                tables(connection, condition),
                Rows.grouped(columns(connection, condition), ColumnRow::table),
                Rows.grouped(indexColumns(connection, condition), IndexColumnRow::table),
                Rows.grouped(keyColumns(connection, condition), KeyColumnRow::table),
                indexSql(connection));
    }

    /** Without views, virtual tables and their shadow tables. */
    private static List<TableRow> tables(Connection connection, String condition) throws SQLException {
        var sql = """
                SELECT m.name, m.sql FROM sqlite_schema m JOIN pragma_table_list l ON l.name = m.name
                WHERE m.type = 'table' AND l.schema = 'main' AND l.type = 'table'
                  AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.name <> '' /*only*/
                ORDER BY m.rowid""";
        return Jdbc.query(connection, only(sql, condition), row -> new TableRow(row.getString(1), row.getString(2)));
    }

    private static List<ColumnRow> columns(Connection connection, String condition) throws SQLException {
        var sql = """
                SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
                FROM sqlite_schema m JOIN pragma_table_xinfo(m.name, 'main') c
                WHERE m.type = 'table' /*only*/ ORDER BY m.rowid, c.cid""";
        return Jdbc.query(
                connection,
                only(sql, condition),
                row -> new ColumnRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getInt(6)));
    }

    private static List<IndexColumnRow> indexColumns(Connection connection, String condition) throws SQLException {
        var sql = """
                SELECT m.name, l.name, l."unique", l.origin, c.name, c."desc", c.coll
                FROM sqlite_schema m JOIN pragma_index_list(m.name, 'main') l JOIN pragma_index_xinfo(l.name, 'main') c
                WHERE m.type = 'table' AND c.key = 1 /*only*/ ORDER BY m.rowid, l.seq DESC, c.seqno""";
        return Jdbc.query(
                connection,
                only(sql, condition),
                row -> new IndexColumnRow(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7)));
    }

    private static List<KeyColumnRow> keyColumns(Connection connection, String condition) throws SQLException {
        var sql = """
                SELECT m.name, k.id, k."table", k."from", k."to", k.on_delete
                FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name, 'main') k
                WHERE m.type = 'table' /*only*/ ORDER BY m.rowid, k.id DESC, k.seq""";
        return Jdbc.query(
                connection,
                only(sql, condition),
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
        return Jdbc.query(connection, sql, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String only(String sql, String condition) {
        return sql.replace("/*only*/", condition);
    }
}
