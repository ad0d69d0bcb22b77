package lamin.schema.internal.forecast;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.forecast.ViolatingRows.Demand;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Index;
import lamin.schema.sql.SqlExpression;

/** The requirements of keys and checks on existing rows. */
record KeyRowChecks(Connection connection, DatabaseSystem system, OriginalColumns known) {
    private static final SqlExpression EVERY_ROW = SqlExpression.of("1 = 1");

    Stream<ViolatingRows> unique(RowCheckSite place, Index index) throws SQLException {
        var keys = keys(place, index);
        var where = known.expression(place.table(), index.where() == null ? EVERY_ROW : index.where());
        if (where.isEmpty() || keys.size() < index.keys().size()) {
            return Stream.of();
        }
        var object = list(index.keys().stream().map(Index.Key::text).toList());
        return place.unfit(
                Demand.UNIQUE,
                object,
                RowQuery.shared(place.quoted(system), keys, where.get().text()).find(connection),
                place.original().name() + " have the same " + object + " as another, which",
                "makes unique");
    }

    /** The keys whose rows are known, as SQL over them. */
    private SequencedMap<String, String> keys(RowCheckSite place, Index index) {
        var keys = new LinkedHashMap<String, String>();
        for (var key : index.keys()) {
            var sql = switch (key) {
                case Index.Key.OnColumn(var column, var ignored) ->
                    known.column(place.name(), column).map(original -> quote(original.name()));
                case Index.Key.OnExpression(var expression, var ignored) ->
                    known.expression(place.table(), expression).map(SqlExpression::parenthesized);
            };
            sql.ifPresent(text -> keys.put(key.text(), text));
        }
        return keys;
    }

    Stream<ViolatingRows> check(RowCheckSite place, CheckConstraint check) throws SQLException {
        var expression = known.expression(place.table(), check.expression());
        if (expression.isEmpty()) {
            return Stream.of();
        }
        var breaks = "NOT " + expression.get().parenthesized();
        return place.unfit(
                Demand.CHECK,
                check.expression().text(),
                RowQuery.identified(place.quoted(system), place.identifying(), breaks)
                        .find(connection),
                place.original().name() + " break the check (" + check.expression() + "), which",
                "adds");
    }

    Stream<ViolatingRows> foreignKey(RowCheckSite place, ForeignKey key) throws SQLException {
        var columns = key.columns().stream()
                .flatMap(column -> known.column(place.name(), column).stream())
                .map(Column::name)
                .toList();
        var dangling = columns.size() < key.columns().size() ? Optional.<String>empty() : dangling(place, columns, key);
        if (dangling.isEmpty()) {
            return Stream.of();
        }
        var object = list(key.columns());
        return place.unfit(
                Demand.FOREIGN_KEY,
                object,
                RowQuery.where(place.quoted(system), columns, dangling.get()).find(connection),
                place.original().name() + " point by " + object + " to rows of " + key.target()
                        + " that are not there, and",
                "makes that a foreign key");
    }

    /**
     * A condition for rows with dangling references. To a table that the plan creates, all references dangle, since it
     * is empty.
     */
    private Optional<String> dangling(RowCheckSite place, List<String> columns, ForeignKey key) {
        var set = columns.stream().map(column -> quote(column) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        var target = known.table(key.target());
        if (target.isEmpty()) {
            return known.isMade(key.target()) ? Optional.of(set) : Optional.empty();
        }
        var same = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            var source = place.quoted(system) + "." + quote(columns.get(i));
            known.column(key.target(), key.targetColumns().get(i))
                    .ifPresent(column -> same.add("target." + quote(column.name()) + " = " + source));
        }
        return same.size() < columns.size()
                ? Optional.empty()
                : Optional.of(set + " AND NOT EXISTS (SELECT 1 FROM "
                        + system.quoted(target.get().name()) + " AS target WHERE " + String.join(" AND ", same)
                        + ")");
    }

    private static String list(List<String> keys) {
        return keys.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
