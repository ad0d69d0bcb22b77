package lamin.schema.internal.forecast;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.forecast.ViolatingRows.Demand;
import lamin.schema.internal.lint.TypeChange;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.model.Column;

/** The requirements of columns on existing rows: a value, or a value that fits a narrower type. */
record ColumnRowChecks(Connection connection, DatabaseSystem system, OriginalColumns known) {
    /** For a new column that no custom SQL fills. */
    Stream<ViolatingRows> of(RowCheckSite place, Column column) throws SQLException {
        return needsValue(column)
                ? withoutValue(place, column.name(), RowQuery.all(place.quoted(system), List.of()))
                : Stream.of();
    }

    /** Custom conversions may do anything with a value, so they are not checked. */
    Stream<ViolatingRows> of(RowCheckSite place, AlterColumn alter) throws SQLException {
        var now = known.column(place.name(), alter.column());
        var before = place.table().column(alter.column());
        if (alter.using() != null || now.isEmpty() || before.isEmpty()) {
            return Stream.of();
        }
        var after = altered(before.get(), alter);
        return Stream.concat(
                new TypeChange(before.get().type(), after.type()).isNarrowing()
                        ? misfits(place, now.get(), after)
                        : Stream.of(),
                becomesNotNull(alter, after) ? nulls(place, now.get(), after) : Stream.of());
    }

    private static Column altered(Column before, AlterColumn alter) {
        var after = before;
        for (var change : alter.changes()) {
            after = change.appliedTo(after);
        }
        return after;
    }

    private static boolean becomesNotNull(AlterColumn alter, Column after) {
        return alter.fill() == null
                && alter.changes().contains(new ColumnChange.Nullability(false))
                && needsValue(after);
    }

    private static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && column.generatedAs() == null
                && !column.identity();
    }

    private Stream<ViolatingRows> nulls(RowCheckSite place, Column now, Column after) throws SQLException {
        var isNull = quote(now.name()) + " IS NULL";
        return withoutValue(
                place, after.name(), RowQuery.identified(place.quoted(system), place.identifying(), isNull));
    }

    private Stream<ViolatingRows> withoutValue(RowCheckSite place, String column, RowQuery query) throws SQLException {
        return place.unfit(
                Demand.NOT_NULL,
                column,
                query.find(connection),
                place.original().name() + " have no value for column " + column + ", which",
                "makes NOT NULL");
    }

    private Stream<ViolatingRows> misfits(RowCheckSite place, Column now, Column after) throws SQLException {
        var condition = system.misfit(now, after.type());
        if (condition.isEmpty()) {
            return Stream.of();
        }
        var query = RowQuery.where(place.quoted(system), List.of(now.name()), condition.get());
        return place.unfit(
                Demand.TYPE,
                after.name(),
                query.find(connection),
                place.original().name() + "." + now.name() + " hold values that are no "
                        + after.type().display() + ", to which",
                "changes it");
    }
}
