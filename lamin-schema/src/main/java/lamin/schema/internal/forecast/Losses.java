package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.RowChange;
import lamin.schema.internal.plan.Origins;
import lamin.schema.model.Column;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables and columns that migrations drop, under their current names in the database, and counts their
 * contents. Custom SQL may move values there before the drop; they are then counted again right before it.
 */
final class Losses implements PlanWalk.Observer {
    /** The number of columns shown of each row. */
    private static final int SHOWN_COLUMNS = 3;

    private final Connection connection;
    private final DatabaseSystem system;
    private final List<Loss> losses = new ArrayList<>();
    private boolean isAfterCustomSql;

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

    /** Of what the database has before the plan; what the plan itself creates holds nothing that would be missed. */
    @Override
    public List<Step> stepsBefore(PlanWalk.Sight sight) {
        if (Effect.isCustom(sight.operation()) || sight.effects().stream().anyMatch(Losses::copiesValues)) {
            isAfterCustomSql = true;
        }
        return isAfterCustomSql
                ? sight.effects().stream()
                        .flatMap(effect -> recount(sight.known().origins(), effect).stream())
                        .toList()
                : List.of();
    }

    private static boolean copiesValues(Effect effect) {
        return effect instanceof Effect.ChangesRows(var ignored, var change)
                && change instanceof RowChange.Update(var values, var alsoIgnored)
                && values.stream().anyMatch(value -> value.value() instanceof DefaultValue.Sql);
    }

    private static Optional<Step> recount(Origins origins, Effect effect) {
        if (effect instanceof Effect.DropsTable(var table)) {
            return origins.of(table)
                    .map(origin ->
                            new Step.Recount(table, null, origin.table().name().toString()));
        }
        if (effect instanceof Effect.DropsColumn(var table, var column)) {
            return origins.of(table)
                    .flatMap(origin -> Optional.ofNullable(origin.columns().get(column))
                            .filter(now -> now.generatedAs() == null)
                            .map(now -> new Step.Recount(
                                    table, column, origin.table().name() + "." + now.name())));
        }
        return Optional.empty();
    }

    private void drop(PlanWalk.Sight sight, TableName table) throws SQLException {
        var origin = sight.known().origins().of(table).orElse(null);
        if (origin != null) {
            var name = origin.table().name();
            add(sight, name, null, RowQuery.all(system.quoted(name), shown(origin.table())));
        }
    }

    /** The values shown of each row of a table. */
    static List<String> shown(Table table) {
        return table.columns().stream().limit(SHOWN_COLUMNS).map(Column::name).toList();
    }

    /** A computed column stores no data. */
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
