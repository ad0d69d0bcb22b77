package lamin.schema.deploy;

import lamin.schema.operation.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.Table;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Replay;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.sql.Flavour;

/**
 * Counts the rows that do not fit what migrations ask of them: a narrower type, a value, a key, a check. Only tables that
 * the database has are looked at, and only for what no earlier step of the plan has converted. After SQL or Java of an
 * author's nobody can tell any more: then the database does, when it gets there.
 */
final class RowDemands {
    private final MigrationPlan plan;
    private final KnownRows known;
    private final Replay state;
    private final ColumnDemands columns;
    private final KeyDemands keys;
    private final List<UnfitRows> found = new ArrayList<>();

    private RowDemands(Connection connection, MigrationPlan plan) throws SQLException {
        var dialect = Dialect.of(Flavour.of(connection));
        this.plan = plan;
        this.known = new KnownRows(plan.before());
        this.state = new Replay(plan.before());
        this.columns = new ColumnDemands(connection, dialect, known);
        this.keys = new KeyDemands(connection, dialect, known);
    }

    /** The rows that the plan would fail on. */
    static List<UnfitRows> unmet(Connection connection, MigrationPlan plan) throws SQLException {
        var demands = new RowDemands(connection, plan);
        demands.look();
        return demands.found;
    }

    private void look() throws SQLException {
        for (var script : plan.pending()) {
            for (var operation : plan.operations(script)) {
                if (Effect.isCustom(operation)) {
                    return;
                }
                look(script, operation);
                state.apply(script.owner(), operation);
            }
        }
    }

    private void look(Script script, Operation operation) throws SQLException {
        var table = operation instanceof OnTable change ? state.table(change.table()) : Optional.<Table>empty();
        var original = table.flatMap(there -> known.table(there.name()));
        if (table.isPresent() && original.isPresent()) {
            var place = new Demanding(script, plan.direction(), table.get(), original.get());
            for (var effect : Effect.of(operation)) {
                unmet(place, effect).forEach(found::add);
            }
        }
        known.follow(operation);
    }

    private Stream<UnfitRows> unmet(Demanding place, Effect effect) throws SQLException {
        if (effect instanceof Effect.CreatesColumn(var ignored, var column, var isFilled)) {
            return isFilled ? Stream.of() : columns.of(place, column);
        }
        if (effect instanceof Effect.AltersColumn(var alter)) {
            return columns.of(place, alter);
        }
        if (effect instanceof Effect.BuildsIndex(var ignored, var index, var constraint, var concurrent)) {
            return index.unique() ? keys.unique(place, index) : Stream.of();
        }
        if (effect instanceof Effect.CreatesCheck(var ignored, var check)) {
            return keys.check(place, check);
        }
        return effect instanceof Effect.CreatesForeignKey(var ignored, var key)
                ? keys.foreignKey(place, key)
                : Stream.of();
    }
}
