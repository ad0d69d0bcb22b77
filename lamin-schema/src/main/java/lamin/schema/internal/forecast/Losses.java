package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.operation.Effect;
import lamin.schema.model.Column;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Finds what migrations drop, under the names that it has in the database now, and counts what it holds. What SQL of the
 * authors' does to rows nobody can tell.
 */
final class Losses implements PlanWalk.Observer {
    /** Of the rows of a table. */
    private static final int SHOWN_COLUMNS = 3;

    private final Connection connection;
    private final DatabaseSystem system;
    private final List<Loss> losses = new ArrayList<>();

    Losses(Connection connection, DatabaseSystem system) {
        this.connection = connection;
        this.system = system;
    }

    List<Loss> found() {
        return losses;
    }

    @Override
    public void see(PlanWalk.Sight sight) throws SQLException {
        for (var effect : sight.effects()) {
            if (effect instanceof Effect.DropsTable(var table)) {
                drop(sight, table);
            } else if (effect instanceof Effect.DropsColumn(var table, var column)) {
                drop(sight, table, column);
            }
        }
    }

    private void drop(PlanWalk.Sight sight, TableName table) throws SQLException {
        var origin = sight.known().origins().of(table).orElse(null);
        if (origin != null) {
            var name = origin.table().name();
            add(sight, name, null, RowQuery.all(system.quoted(name), shown(origin.table())));
        }
    }

    /** What is shown of each row of a table. */
    static List<String> shown(Table table) {
        return table.columns().stream().limit(SHOWN_COLUMNS).map(Column::name).toList();
    }

    /** A computed column holds nothing of its own. */
    private void drop(PlanWalk.Sight sight, TableName table, String column) throws SQLException {
        var origin = sight.known().origins().of(table).orElse(null);
        var now = origin == null ? null : origin.columns().get(column);
        if (origin != null && now != null && now.generatedAs() == null) {
            var name = origin.table().name();
            add(sight, name, now.name(), RowQuery.values(system.quoted(name), now.name()));
        }
    }

    private void add(PlanWalk.Sight sight, TableName table, @Nullable String column, RowQuery query)
            throws SQLException {
        var found = query.find(connection);
        if (found.rows() > 0) {
            losses.add(new Loss(sight.script(), sight.direction(), table, column, found.rows(), found.samples()));
        }
    }
}
