package lamin.testing.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** All rows at one moment. A row maps its columns to text: SQL strings, or {@code NULL}. */
public record RowSnapshot(Map<TableName, List<Map<String, String>>> tables) {
    public RowSnapshot {
        tables = Map.copyOf(tables);
    }

    /** Reads all tables of a model. */
    public static RowSnapshot of(Connection connection, SchemaModel model) throws SQLException {
        var system = DatabaseSystem.of(connection);
        var tables = new HashMap<TableName, List<Map<String, String>>>();
        for (var table : model.tables()) {
            tables.put(table.name(), rows(connection, system, table));
        }
        return new RowSnapshot(tables);
    }

    private static List<Map<String, String>> rows(Connection connection, DatabaseSystem system, Table table)
            throws SQLException {
        var columns = table.columns().stream().map(Column::name).toList();
        var list = columns.stream().map(SqlTokens::quote).collect(Collectors.joining(", "));
        return Jdbc.query(
                connection, "SELECT " + list + " FROM " + system.quoted(table.name()), row -> row(row, columns));
    }

    private static Map<String, String> row(ResultSet row, List<String> columns) throws SQLException {
        var values = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            var text = row.getString(i + 1);
            values.put(columns.get(i), text == null ? "NULL" : SqlTokens.literal(text));
        }
        return Collections.unmodifiableMap(values);
    }

    List<Map<String, String>> of(TableName table) {
        return tables.getOrDefault(table, List.of());
    }
}
