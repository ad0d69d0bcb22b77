package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.operation.Effect;

/** Finds the tables and columns that migrations rename, and counts their contents. */
final class Renamings implements PlanWalk.Observer {
    private final Connection connection;
    private final DatabaseSystem system;
    private final List<Renaming> renamings = new ArrayList<>();

    Renamings(Connection connection, DatabaseSystem system) {
        this.connection = connection;
        this.system = system;
    }

    List<Renaming> found() {
        return renamings;
    }

    @Override
    public void see(PlanWalk.Sight sight) throws SQLException {
        var effects = sight.shown().map(Effect::of).orElse(List.of());
        for (var effect : effects) {
            if (effect instanceof Effect.RenamesTable rename) {
                rename(sight, rename);
            } else if (effect instanceof Effect.RenamesColumn rename) {
                rename(sight, rename);
            }
        }
    }

    private void rename(PlanWalk.Sight sight, Effect.RenamesTable rename) throws SQLException {
        var origin = sight.known().origins().of(rename.table()).orElse(null);
        if (origin != null) {
            var table = origin.table();
            var rows = RowQuery.all(system.quoted(table.name()), Losses.shown(table))
                    .find(connection);
            add(new Renaming(
                    sight.script(), table.name(), null, rename.newName().toString(), rows.rows(), rows.samples()));
        }
    }

    private void rename(PlanWalk.Sight sight, Effect.RenamesColumn rename) throws SQLException {
        var origin = sight.known().origins().of(rename.table()).orElse(null);
        var column = origin == null ? null : origin.columns().get(rename.column());
        if (origin != null && column != null) {
            var table = origin.table().name();
            var rows = RowQuery.values(system.quoted(table), column.name()).find(connection);
            add(new Renaming(sight.script(), table, column.name(), rename.newName(), rows.rows(), rows.samples()));
        }
    }

    private void add(Renaming renaming) {
        if (renaming.rows() > 0) {
            renamings.add(renaming);
        }
    }
}
