package lamin.schema.deploy;

import lamin.schema.operation.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.Column;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Origins;
import lamin.schema.sql.Flavour;
import org.jspecify.annotations.Nullable;

/**
 * Finds what migrations drop, under the names that it has in the database now, and counts what it holds. What SQL of the
 * authors' does to rows nobody can tell.
 */
final class Losses {
    /** Of the rows of a table. */
    private static final int SHOWN_COLUMNS = 3;

    private final Connection connection;
    private final Dialect dialect;
    private final MigrationPlan plan;
    private final Origins origins;
    private final List<Loss> losses = new ArrayList<>();

    private Losses(Connection connection, MigrationPlan plan) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(Flavour.of(connection));
        this.plan = plan;
        this.origins = new Origins(plan.before());
    }

    static List<Loss> of(Connection connection, MigrationPlan plan) throws SQLException {
        var losses = new Losses(connection, plan);
        for (var script : plan.pending()) {
            for (var operation : plan.operations(script)) {
                losses.look(script, operation);
            }
        }
        return losses.losses;
    }

    private void look(Script script, Operation operation) throws SQLException {
        for (var effect : Effect.of(operation)) {
            if (effect instanceof Effect.DropsTable(var table)) {
                drop(script, table);
            } else if (effect instanceof Effect.DropsColumn(var table, var column)) {
                drop(script, table, column);
            }
        }
        origins.follow(operation);
    }

    private void drop(Script script, TableName table) throws SQLException {
        var origin = origins.of(table).orElse(null);
        if (origin != null) {
            var name = origin.table().name();
            add(script, name, null, RowQuery.all(dialect.quoted(name), shown(origin.table())));
        }
    }

    /** What is shown of each row of a table. */
    static List<String> shown(Table table) {
        return table.columns().stream().limit(SHOWN_COLUMNS).map(Column::name).toList();
    }

    /** A computed column holds nothing of its own. */
    private void drop(Script script, TableName table, String column) throws SQLException {
        var origin = origins.of(table).orElse(null);
        var now = origin == null ? null : origin.columns().get(column);
        if (origin != null && now != null && now.generatedAs() == null) {
            var name = origin.table().name();
            add(script, name, now.name(), RowQuery.values(dialect.quoted(name), now.name()));
        }
    }

    private void add(Script script, TableName table, @Nullable String column, RowQuery query) throws SQLException {
        var found = query.find(connection);
        if (found.rows() > 0) {
            losses.add(new Loss(script, plan.direction(), table, column, found.rows(), found.samples()));
        }
    }
}
