package lamin.trash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lamin.instance.Query;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** Finds the rows that refer to a record, in the tables of all modules. */
final class References {
    private static final Set<TableName> INPUTS =
            Set.of(TableName.of("lamindb_artifact_input_of_runs"), TableName.of("lamindb_collection_input_of_runs"));

    /** Columns that say no more than that a link exists. */
    private static final Set<String> OF_LINKS = Set.of("id", "created_at");

    private final Connection connection;

    References(Connection connection) {
        this.connection = connection;
    }

    List<Reference> to(TableName target, long id) throws SQLException {
        var found = new ArrayList<Reference>();
        for (var table : Introspector.read(connection).tables()) {
            for (var key : table.foreignKeys()) {
                if (key.target().equals(target)) {
                    long rows = count(table.name(), key.columns().getFirst(), id);
                    if (rows > 0) {
                        found.add(new Reference(table.name(), key.columns().getFirst(), rows, effect(table, key)));
                    }
                }
            }
        }
        return found;
    }

    private static Reference.Effect effect(Table table, ForeignKey key) {
        if (INPUTS.contains(table.name())) {
            return Reference.Effect.INPUT;
        }
        if (isLink(table)) {
            return Reference.Effect.DELETED;
        }
        boolean isNullable =
                table.column(key.columns().getFirst()).map(Column::nullable).orElse(false);
        return isNullable ? Reference.Effect.CLEARED : Reference.Effect.BLOCKING;
    }

    /** Whether each of its rows does nothing but link records. */
    private static boolean isLink(Table table) {
        var keys = table.foreignKeys().stream()
                .flatMap(key -> key.columns().stream())
                .toList();
        return keys.size() > 1
                && table.columns().stream()
                        .filter(column -> !column.nullable())
                        .allMatch(column -> OF_LINKS.contains(column.name()) || keys.contains(column.name()));
    }

    private long count(TableName table, String column, long id) throws SQLException {
        var sql = "select count(*) from " + DatabaseSystem.of(connection).quoted(table) + " where "
                + SqlTokens.quote(column) + " = ?";
        return new Query(connection).first(sql, row -> row.getLong(1), id).orElseThrow();
    }
}
