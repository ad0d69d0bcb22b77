package lamin.rehearsal;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * The state of a database at one moment.
 *
 * @param danglingRows the number of dangling foreign key values
 */
record Snapshot(SchemaModel model, Map<TableName, TableContents> contents, long danglingRows) {
    Snapshot {
        contents = Map.copyOf(contents);
    }

    /**
     * Reads all tables except the excluded ones.
     *
     * @param keys the columns that identify rows of a table
     */
    static Snapshot read(Connection connection, Set<TableName> leftOut, Function<Table, List<String>> keys)
            throws SQLException {
        // PostgreSQL streams rows only inside a transaction
        connection.setAutoCommit(false);
        var model = Introspector.read(connection).where(table -> !leftOut.contains(table.name()));
        var contents = new HashMap<TableName, TableContents>();
        long dangling = 0;
        for (var table : model.tables()) {
            contents.put(table.name(), TableContents.read(connection, table, keys.apply(table)));
            for (var key : table.foreignKeys()) {
                dangling += countDangling(
                        connection, table, key, model.table(key.target()).isPresent());
            }
        }
        return new Snapshot(model, contents, dangling);
    }

    private static long countDangling(Connection connection, Table table, ForeignKey key, boolean hasTarget)
            throws SQLException {
        var system = DatabaseSystem.of(connection);
        var present = key.columns().stream().map(column -> "child." + quote(column) + " IS NOT NULL");
        var sql = "SELECT count(*) FROM " + system.quoted(table.name()) + " AS child WHERE "
                + present.collect(Collectors.joining(" AND "))
                + (hasTarget ? " AND NOT EXISTS (" + target(system, key) + ")" : "");
        return Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
    }

    private static String target(DatabaseSystem system, ForeignKey key) {
        var equal = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "parent." + quote(key.targetColumns().get(i)) + " = child."
                        + quote(key.columns().get(i)));
        return "SELECT 1 FROM " + system.quoted(key.target()) + " AS parent WHERE "
                + equal.collect(Collectors.joining(" AND "));
    }

    TableContents contents(Table table) {
        return contents.getOrDefault(table.name(), new TableContents(0, Map.of()));
    }
}
