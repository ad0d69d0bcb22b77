package lamin.testing.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Table;

/** The rows of one table, which is empty. */
final class TableRows {
    private static final int MOST_ROWS = 3;
    private static final String NULL = "NULL";

    private final Connection connection;
    private final DatabaseSystem system;
    private final ColumnValues values;
    private final Table table;

    TableRows(Connection connection, DatabaseSystem system, ColumnValues values, Table table) {
        this.connection = connection;
        this.system = system;
        this.values = values;
        this.table = table;
    }

    void insert() throws SQLException {
        int count = count();
        for (int row = 1; row <= count; row++) {
            insert(row(row, row == count && count > 1));
        }
    }

    /** As many as its unique keys allow, when the columns of each go on together from row to row. */
    private int count() throws SQLException {
        int count = MOST_ROWS;
        for (var key : uniqueKeys().toList()) {
            int capacity = 1;
            for (var column : key) {
                capacity = Math.max(capacity, capacity(column));
            }
            count = Math.min(count, capacity);
        }
        return count;
    }

    private Stream<List<String>> uniqueKeys() {
        var primaryKey = table.primaryKey();
        return Stream.of(
                        primaryKey == null ? Stream.<List<String>>of() : Stream.of(primaryKey.columns()),
                        table.uniques().stream().map(UniqueConstraint::columns),
                        table.indexes().stream().filter(Index::unique).map(Index::columns))
                .flatMap(Function.identity())
                .filter(columns -> !columns.isEmpty());
    }

    private int capacity(String column) throws SQLException {
        var key = table.foreignKeys().stream()
                .filter(candidate -> candidate.columns().contains(column))
                .filter(candidate -> !candidate.target().equals(table.name()))
                .findFirst();
        if (key.isPresent()) {
            return Math.max(1, targets(key.get()).size());
        }
        boolean isBool = table.column(column).orElseThrow().type() instanceof ColumnType.Bool;
        return isBool ? 2 : AllowedValues.of(table, column).map(List::size).orElse(MOST_ROWS);
    }

    /** SQL by column; what the database makes itself is left out. */
    private Map<String, String> row(int number, boolean isSparse) throws SQLException {
        var row = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            if (!column.identity() && column.generatedAs() == null) {
                row.put(column.name(), value(column, number, isSparse));
            }
        }
        for (var key : table.foreignKeys()) {
            refer(row, key, number);
        }
        return row;
    }

    private String value(Column column, int number, boolean isSparse) {
        boolean isKey = table.isPrimaryKey(column.name());
        return isSparse && column.nullable() && !isKey
                ? NULL
                : AllowedValues.of(table, column.name())
                        .map(allowed -> allowed.get((number - 1) % allowed.size()))
                        .orElseGet(() -> values.of(column, number));
    }

    /** Points to a row that is there; where there is none, to nothing, or in a table that points to itself to the row. */
    private void refer(Map<String, String> row, ForeignKey key, int number) throws SQLException {
        var targets = targets(key);
        for (int i = 0; i < key.columns().size(); i++) {
            var column = key.columns().get(i);
            if (!targets.isEmpty()) {
                row.put(column, targets.get((number - 1) % targets.size()).get(i));
            } else if (FillOrder.isNullable(table, key)) {
                row.put(column, NULL);
            } else {
                row.put(column, row.getOrDefault(key.targetColumns().get(i), NULL));
            }
        }
    }

    /** The keys of the first rows of the table that a foreign key leads to, as SQL. */
    private List<List<String>> targets(ForeignKey key) throws SQLException {
        var columns = quoted(key.targetColumns());
        var sql = "SELECT " + columns + " FROM " + system.quoted(key.target()) + " ORDER BY " + columns + " LIMIT "
                + MOST_ROWS;
        return Jdbc.query(connection, sql, row -> {
            var values = new ArrayList<String>();
            for (int i = 1; i <= key.targetColumns().size(); i++) {
                values.add(SqlTokens.literal(row.getString(i)));
            }
            return values;
        });
    }

    private void insert(Map<String, String> row) throws SQLException {
        var name = system.quoted(table.name());
        Jdbc.execute(
                connection,
                row.isEmpty()
                        ? "INSERT INTO " + name + " DEFAULT VALUES"
                        : "INSERT INTO " + name + " (" + quoted(row.keySet()) + ") VALUES ("
                                + String.join(", ", row.values()) + ")");
    }

    private static String quoted(Collection<String> columns) {
        return columns.stream().map(SqlTokens::quote).collect(Collectors.joining(", "));
    }
}
