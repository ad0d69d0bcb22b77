package lamin.rehearsal;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.RowValues;
import lamin.schema.model.Column;
import lamin.schema.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a table.
 *
 * @param columns the fingerprints of its columns by name
 */
record TableContents(long rows, Map<String, Long> columns) {
    private static final int ROWS_AT_ONCE = 2_000;

    TableContents {
        columns = Map.copyOf(columns);
    }

    /**
     * Reads every row once.
     *
     * @param key the columns that identify a row; if there are none, rows are not distinguished
     */
    static TableContents read(Connection connection, Table table, List<String> key) throws SQLException {
        var system = DatabaseSystem.of(connection);
        var names = table.columns().stream().map(Column::name).toList();
        var selected = Stream.concat(key.stream(), names.stream()).map(name -> quote(name));
        var sql = "SELECT " + selected.collect(Collectors.joining(", ")) + " FROM " + system.quoted(table.name());
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery(sql)) {
                return read(new Cells(rows, system.rowValues()), key.size(), names);
            }
        }
    }

    private static TableContents read(Cells cells, int keys, List<String> names) throws SQLException {
        var fingerprints = new ArrayList<Fingerprint>();
        names.forEach(name -> fingerprints.add(new Fingerprint()));
        long count = 0;
        for (; cells.rows().next(); count++) {
            long row = 0;
            for (int i = 1; i <= keys; i++) {
                row = 31 * row + Fingerprint.hash(cells.at(i));
            }
            for (int i = 0; i < names.size(); i++) {
                fingerprints.get(i).add(row, cells.at(keys + i + 1));
            }
        }
        var columns = new LinkedHashMap<String, Long>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), fingerprints.get(i).value());
        }
        return new TableContents(count, columns);
    }

    private record Cells(ResultSet rows, RowValues values) {
        @Nullable
        Object at(int place) throws SQLException {
            return values.stored(rows, place);
        }
    }
}
