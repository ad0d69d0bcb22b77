package lamin.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's catalog. */
final class PostgresTables implements LiveTables {
    /** The schema is null for the default one, whose name is left out. */
    private static final String TABLE = "nullif(n.nspname, coalesce(current_schema(), 'public')), c.relname";

    private static final String TABLES = " from pg_class c join pg_namespace n on n.oid = c.relnamespace %s"
            + " where c.relkind in ('r', 'p') and not c.relispartition"
            + " and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' ";

    @Override
    public List<TableName> names(Connection connection) throws SQLException {
        return Jdbc.query(connection, "select " + TABLE + TABLES.formatted("") + "order by 1, 2", row -> table(row, 1));
    }

    @Override
    public Map<TableName, List<CatalogColumn>> columns(Connection connection, @Nullable TableName only)
            throws SQLException {
        var columns = new LinkedHashMap<TableName, List<CatalogColumn>>();
        Jdbc.query(
                connection,
                "select " + TABLE + ", a.attname, format_type(a.atttypid, a.atttypmod)"
                        + TABLES.formatted("join pg_attribute a on a.attrelid = c.oid and a.attnum > 0"
                                + " and not a.attisdropped")
                        + only(only) + " order by c.oid, a.attnum",
                row -> columns.computeIfAbsent(table(row, 1), table -> new ArrayList<>())
                        .add(new CatalogColumn(row.getString(3), ColumnKind.of(row.getString(4)))));
        return columns;
    }

    @Override
    public List<Reference> references(Connection connection, @Nullable TableName only) throws SQLException {
        return Jdbc.query(
                connection,
                "select " + TABLE + ", a.attname, nullif(tn.nspname, coalesce(current_schema(), 'public')), t.relname"
                        + TABLES.formatted("join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'"
                                + " and cardinality(k.conkey) = 1 and k.conparentid = 0"
                                + " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]"
                                + " join pg_class t on t.oid = k.confrelid"
                                + " join pg_namespace tn on tn.oid = t.relnamespace")
                        + only(only) + " order by 2, 3",
                row -> new Reference(table(row, 1), row.getString(3), table(row, 4)));
    }

    private static TableName table(ResultSet row, int column) throws SQLException {
        return TableName.of(row.getString(column), row.getString(column + 1));
    }

    private static String only(@Nullable TableName table) {
        if (table == null) {
            return "";
        }
        var schema = table.schema() == null
                ? "coalesce(current_schema(), 'public')"
                : SqlTokens.literal(Objects.requireNonNull(table.schema()));
        return "and c.relname = " + SqlTokens.literal(table.name()) + " and n.nspname = " + schema;
    }

    @Override
    public String like() {
        return "ilike";
    }
}
