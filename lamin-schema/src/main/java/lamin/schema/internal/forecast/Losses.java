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
            var dropped = sight.known().origins().dropped(effect).orElse(null);
            if (dropped != null) {
                add(sight, dropped);
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
        var name = origins.dropped(effect).map(Origins.Dropped::name);
        if (effect instanceof Effect.DropsTable(var table)) {
            return name.map(original -> new Step.Recount(table, null, original));
        }
        if (effect instanceof Effect.DropsColumn(var table, var column)) {
            return name.map(original -> new Step.Recount(table, column, original));
        }
        return Optional.empty();
    }

    /** The values shown of each row of a table. */
    static List<String> shown(Table table) {
        return table.columns().stream().limit(SHOWN_COLUMNS).map(Column::name).toList();
    }

    private void add(PlanWalk.Sight sight, Origins.Dropped dropped) throws SQLException {
        var table = dropped.table().name();
        var column = dropped.column();
        var query = column == null
                ? RowQuery.all(system.quoted(table), shown(dropped.table()))
                : RowQuery.values(system.quoted(table), column.name());
        var found = query.find(connection);
        if (found.rows() > 0) {
            losses.add(new Loss(
                    sight.script(),
                    sight.direction(),
                    table,
                    column == null ? null : column.name(),
                    found.rows(),
                    found.samples()));
        }
    }
}
