package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.operation.Effect;

/**
 * Counts the rows that do not fit what migrations ask of them: a narrower type, a value, a key, a check. Only tables that
 * the database has are looked at, and only for what no earlier step of the plan has converted. After SQL or Java of an
 * author's nobody can tell any more: then the database does, when it gets there.
 */
final class RowChecks implements PlanWalk.Observer {
    private final Connection connection;
    private final DatabaseSystem system;
    private final List<ViolatingRows> unmet = new ArrayList<>();
    private boolean isCertain = true;

    RowChecks(Connection connection, DatabaseSystem system) {
        this.connection = connection;
        this.system = system;
    }

    /** The rows that the plan would fail on. */
    List<ViolatingRows> found() {
        return unmet;
    }

    @Override
    public void see(PlanWalk.Sight sight) throws SQLException {
        isCertain &= !Effect.isCustom(sight.operation());
        var table = sight.table();
        var original = table.flatMap(found -> sight.known().table(found.name()));
        if (isCertain && table.isPresent() && original.isPresent()) {
            var place = new RowCheckSite(sight.script(), sight.direction(), table.get(), original.get());
            for (var effect : sight.effects()) {
                unmet(sight.known(), place, effect).forEach(unmet::add);
            }
        }
    }

    private Stream<ViolatingRows> unmet(OriginalColumns known, RowCheckSite place, Effect effect) throws SQLException {
        var columns = new ColumnRowChecks(connection, system, known);
        var keys = new KeyRowChecks(connection, system, known);
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
