package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.sql.SqlTokens.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sqlite.translation.DeclaredForm;

/** Reads how a live table was declared. */
final class DeclarationReader {
    private static final int COMPUTED_ON_READING = 2;

    private DeclarationReader() {}

    private record ColumnRow(String name, String type, int hidden) {}

    private record KeyRow(int number, String column, String target, String actions) {}

    static DeclaredForm read(Connection connection, String table) throws SQLException {
        var columns = Jdbc.query(
                connection,
                "SELECT name, type, hidden FROM pragma_table_xinfo(" + literal(table) + ")",
                row -> new ColumnRow(row.getString(1), row.getString(2), row.getInt(3)));
        return new DeclaredForm(
                columns.stream().collect(Collectors.toMap(ColumnRow::name, ColumnRow::type)),
                columns.stream()
                        .filter(column -> column.hidden() == COMPUTED_ON_READING)
                        .map(ColumnRow::name)
                        .collect(Collectors.toSet()),
                actions(connection, table),
                options(connection, table));
    }

    /** The actions that a model does not support. */
    private static Map<DeclaredForm.Key, String> actions(Connection connection, String table) throws SQLException {
        var sql = "SELECT id, \"from\", \"table\", concat(iif(on_delete = 'SET DEFAULT', ' ON DELETE SET DEFAULT', ''),"
                + " iif(on_update = 'NO ACTION', '', ' ON UPDATE ' || on_update))"
                + " FROM pragma_foreign_key_list(" + literal(table) + ") ORDER BY id, seq";
        var rows = Jdbc.query(
                connection,
                sql,
                row -> new KeyRow(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
        return rows.stream().collect(Collectors.groupingBy(KeyRow::number)).values().stream()
                .collect(Collectors.toMap(
                        DeclarationReader::key, key -> key.getFirst().actions(), (one, other) -> one));
    }

    private static DeclaredForm.Key key(List<KeyRow> rows) {
        return new DeclaredForm.Key(
                rows.stream().map(KeyRow::column).toList(), rows.getFirst().target());
    }

    private static String options(Connection connection, String table) throws SQLException {
        var sql = "SELECT concat_ws(', ', iif(wr, 'WITHOUT ROWID', NULL), iif(strict, 'STRICT', NULL))"
                + " FROM pragma_table_list WHERE schema = 'main' AND name = " + literal(table);
        return Jdbc.query(connection, sql, row -> row.getString(1)).getFirst();
    }
}
