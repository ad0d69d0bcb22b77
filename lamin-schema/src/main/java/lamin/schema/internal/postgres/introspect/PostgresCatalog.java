package lamin.schema.internal.postgres.introspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lamin.schema.internal.introspect.Rows;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** The contents of PostgreSQL's catalog, each part queried once for all tables; the keys of the maps are table oids. */
record PostgresCatalog(
        String defaultSchema,
        List<TableRow> tables,
        List<SequenceRow> sequences,
        Map<Long, List<ColumnRow>> columns,
        Map<Long, List<ConstraintRow>> constraints,
        Map<Long, List<IndexColumnRow>> indexColumns) {

    /** Without system tables, temporary tables, partitions and tables of extensions. */
    private static final String TABLES = """
            WITH t AS (
              SELECT c.oid, n.nspname, c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
                AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
            """;

    record TableRow(
            long oid, String schema, String name, @Nullable String comment) {}

    record SequenceRow(String schema, String name, long start, int increment) {}

    record ColumnRow(
            long table,
            String name,
            String type,
            boolean notNull,
            boolean identity,
            boolean generated,
            @Nullable String expression,
            @Nullable String collation,
            @Nullable String comment) {}

    /**
     * @param kind {@code p}, {@code u}, {@code f} or {@code c}
     */
    record ConstraintRow(
            long table,
            String name,
            String kind,
            List<String> columns,
            @Nullable String targetSchema,
            @Nullable String target,
            List<String> targetColumns,
            String onDelete,
            boolean deferred,
            @Nullable String expression) {}

    /**
     * @param column null for an expression
     */
    record IndexColumnRow(
            long table,
            String index,
            boolean unique,
            @Nullable String column,
            String definition,
            boolean descending,
            @Nullable String where) {}

    static PostgresCatalog read(Connection connection) throws SQLException {
        return new PostgresCatalog(
                defaultSchema(connection),
                tables(connection),
                sequences(connection),
                Rows.grouped(columns(connection), ColumnRow::table),
                Rows.grouped(constraints(connection), ConstraintRow::table),
                Rows.grouped(indexColumns(connection), IndexColumnRow::table));
    }

    /** The name as statements write it: without the default schema. */
    TableName tableName(@Nullable String schema, String table) {
        return TableName.of(defaultSchema.equals(schema) ? null : schema, table);
    }

    private static String defaultSchema(Connection connection) throws SQLException {
        return Jdbc.query(connection, "SELECT coalesce(current_schema(), 'public')", row -> row.getString(1))
                .getFirst();
    }

    private static List<TableRow> tables(Connection connection) throws SQLException {
        var sql = TABLES + "SELECT oid, nspname, relname, obj_description(oid, 'pg_class') FROM t";
        return Jdbc.query(
                connection,
                sql,
                row -> new TableRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** Without those that belong to a column, and those of extensions. */
    private static List<SequenceRow> sequences(Connection connection) throws SQLException {
        var sql = """
                SELECT n.nspname, c.relname, s.seqstart, s.seqincrement
                FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
                  AND s.seqincrement BETWEEN 1 AND 2147483647
                  AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i', 'e'))""";
        return Jdbc.query(
                connection,
                sql,
                row -> new SequenceRow(row.getString(1), row.getString(2), row.getLong(3), row.getInt(4)));
    }

    private static List<ColumnRow> columns(Connection connection) throws SQLException {
        var sql = TABLES + """
                SELECT t.oid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity <> '',
                  a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid),
                  CASE WHEN a.attcollation <> y.typcollation THEN o.collname END, col_description(t.oid, a.attnum)
                FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type y ON y.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
                LEFT JOIN pg_collation o ON o.oid = a.attcollation
                ORDER BY t.oid, a.attnum""";
        return Jdbc.query(
                connection,
                sql,
                row -> new ColumnRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)));
    }

    /**
     * Without the copies that PostgreSQL creates for partitions, and without constraints that are not enforced for all
     * rows.
     */
    private static List<ConstraintRow> constraints(Connection connection) throws SQLException {
        var sql = TABLES + """
                SELECT t.oid, k.conname, k.contype::text,
                  ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, i)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.i),
                  n.nspname, c.relname,
                  ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, i)
                    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.i),
                  k.confdeltype::text, k.condeferred, pg_get_expr(k.conbin, k.conrelid)
                FROM t JOIN pg_constraint k ON k.conrelid = t.oid
                LEFT JOIN pg_class c ON c.oid = k.confrelid
                LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0 AND k.convalidated
                  AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled = 'D')
                ORDER BY t.oid, k.oid""";
        return Jdbc.query(
                connection,
                sql,
                row -> new ConstraintRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        names(row, 4),
                        row.getString(5),
                        row.getString(6),
                        names(row, 7),
                        row.getString(8),
                        row.getBoolean(9),
                        row.getString(10)));
    }

    /** Without indexes of constraints and leftovers of a failed concurrent creation. */
    private static List<IndexColumnRow> indexColumns(Connection connection) throws SQLException {
        var sql = TABLES + """
                SELECT t.oid, c.relname, i.indisunique,
                  CASE WHEN i.indcollation[k - 1] IN (0, a.attcollation) THEN a.attname END,
                  pg_get_indexdef(i.indexrelid, k, false)
                    || CASE WHEN i.indcollation[k - 1] <> a.attcollation THEN ' COLLATE ' || quote_ident(o.collname) ELSE '' END,
                  i.indoption[k - 1] & 1 = 1, pg_get_expr(i.indpred, i.indrelid)
                FROM t JOIN pg_index i ON i.indrelid = t.oid AND i.indisvalid
                JOIN pg_class c ON c.oid = i.indexrelid
                CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) k
                LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[k - 1] AND a.attnum <> 0
                LEFT JOIN pg_collation o ON o.oid = i.indcollation[k - 1]
                WHERE NOT EXISTS (SELECT FROM pg_constraint p
                  WHERE p.conindid = i.indexrelid AND p.contype IN ('p', 'u', 'x'))
                ORDER BY t.oid, i.indexrelid, k""";
        return Jdbc.query(
                connection,
                sql,
                row -> new IndexColumnRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7)));
    }

    private static List<String> names(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
