package lamin.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** SQLite's catalog. Columns of JSON are texts with a constraint. */
final class SqliteTables implements LiveTables {
    @Override
    public List<TableName> names(Connection connection) throws SQLException {
        return Jdbc.query(
                connection,
                "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'"
                        + " order by name",
                row -> TableName.of(row.getString(1)));
    }

    @Override
    public Map<TableName, List<CatalogColumn>> columns(Connection connection, @Nullable TableName only)
            throws SQLException {
        var columns = new LinkedHashMap<TableName, List<CatalogColumn>>();
        Jdbc.query(
                connection,
                "select m.name, c.name, case when instr(lower(m.sql), 'json_valid(\"' || lower(c.name) || '\")') > 0"
                        + " then 'json' else c.type end from sqlite_schema m join pragma_table_xinfo(m.name) c"
                        + " where m.type = 'table' and c.hidden <> 1" + only(only) + " order by m.name, c.cid",
                row -> columns.computeIfAbsent(TableName.of(row.getString(1)), table -> new ArrayList<>())
                        .add(new CatalogColumn(row.getString(2), ColumnKind.of(row.getString(3)))));
        return columns;
    }

    @Override
    public List<Reference> references(Connection connection, @Nullable TableName only) throws SQLException {
        return Jdbc.query(
                connection,
                "select m.name, min(k.\"from\"), k.\"table\" from sqlite_schema m join pragma_foreign_key_list(m.name)"
                        + " k where m.type = 'table'" + only(only)
                        + " group by m.name, k.id, k.\"table\" having count(*) = 1 order by m.name, 2",
                row -> new Reference(TableName.of(row.getString(1)), row.getString(2), TableName.of(row.getString(3))));
    }

    private static String only(@Nullable TableName table) {
        return table == null ? "" : " and m.name = " + SqlTokens.literal(table.flat());
    }

    @Override
    public String like() {
        return "like";
    }
}
