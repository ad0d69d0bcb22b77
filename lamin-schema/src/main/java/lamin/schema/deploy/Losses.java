package lamin.schema.deploy;

import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Origins;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;

/**
 * Finds what migrations drop, under the names that it has in the database now, and counts what it holds. What SQL of the
 * authors' does to rows nobody can tell.
 */
final class Losses {
    private final Connection connection;
    private final Dialect dialect;
    private final MigrationPlan plan;
    private final Origins origins;
    private final List<Loss> found = new ArrayList<>();

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
        return losses.found;
    }

    private void look(Script script, Operation operation) throws SQLException {
        if (operation instanceof DropTable(var table)) {
            drop(script, table);
        } else if (operation instanceof DropColumn(var table, var column)) {
            drop(script, table, column);
        }
        origins.follow(operation);
    }

    private void drop(Script script, TableName table) throws SQLException {
        var origin = origins.of(table).orElse(null);
        if (origin != null) {
            var now = origin.table().name();
            add(new Loss(script, plan.direction(), now, null, count(now, "*")));
        }
    }

    /** A computed column holds nothing of its own. */
    private void drop(Script script, TableName table, String column) throws SQLException {
        var origin = origins.of(table).orElse(null);
        var now = origin == null ? null : origin.columns().get(column);
        if (origin != null && now != null && now.generatedAs() == null) {
            var name = origin.table().name();
            add(new Loss(script, plan.direction(), name, now.name(), count(name, quote(now.name()))));
        }
    }

    private void add(Loss loss) {
        if (loss.rows() > 0) {
            found.add(loss);
        }
    }

    private long count(TableName table, String what) throws SQLException {
        var sql = "SELECT count(" + what + ") FROM " + dialect.quoted(table);
        return Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
    }
}
