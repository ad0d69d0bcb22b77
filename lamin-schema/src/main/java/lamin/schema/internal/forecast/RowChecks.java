package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.operation.Effect;

/**
 * Counts the rows that violate the requirements of migrations: a narrower type, a value, a key, a check. It checks only
 * existing tables of the database, and only values that no earlier step of the plan has converted. After custom SQL or
 * Java no prediction is possible, and the check is left to the database at deploy time.
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

    /** The rows that would make the plan fail. */
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
