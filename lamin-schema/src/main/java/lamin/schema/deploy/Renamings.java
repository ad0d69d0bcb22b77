package lamin.schema.deploy;

import lamin.schema.operation.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.dialect.Dialect;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Origins;
import lamin.schema.sql.Flavour;

/** Finds what migrations rename, and counts what it holds. */
final class Renamings {
    private final Connection connection;
    private final Dialect dialect;
    private final Origins origins;
    private final List<Renaming> found = new ArrayList<>();

    private Renamings(Connection connection, MigrationPlan plan) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(Flavour.of(connection));
        this.origins = new Origins(plan.before());
    }

    static List<Renaming> of(Connection connection, MigrationPlan plan) throws SQLException {
        var renamings = new Renamings(connection, plan);
        for (var script : plan.pending()) {
            for (var operation : plan.operations(script)) {
                renamings.look(script, operation);
                renamings.origins.follow(operation);
            }
        }
        return renamings.found;
    }

    private void look(Script script, Operation operation) throws SQLException {
        for (var effect : Effect.of(operation)) {
            if (effect instanceof Effect.RenamesTable rename) {
                rename(script, rename);
            } else if (effect instanceof Effect.RenamesColumn rename) {
                rename(script, rename);
            }
        }
    }

    private void rename(Script script, Effect.RenamesTable rename) throws SQLException {
        var origin = origins.of(rename.table()).orElse(null);
        if (origin != null) {
            var table = origin.table();
            var rows = RowQuery.all(dialect.quoted(table.name()), Losses.shown(table))
                    .find(connection);
            add(new Renaming(script, table.name(), null, rename.newName().toString(), rows.rows(), rows.samples()));
        }
    }

    private void rename(Script script, Effect.RenamesColumn rename) throws SQLException {
        var origin = origins.of(rename.table()).orElse(null);
        var column = origin == null ? null : origin.columns().get(rename.column());
        if (origin != null && column != null) {
            var table = origin.table().name();
            var rows = RowQuery.values(dialect.quoted(table), column.name()).find(connection);
            add(new Renaming(script, table, column.name(), rename.newName(), rows.rows(), rows.samples()));
        }
    }

    private void add(Renaming renaming) {
        if (renaming.rows() > 0) {
            found.add(renaming);
        }
    }
}
