package lamin.schema.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.introspect.Introspector;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.Jdbc;
import lamin.schema.sql.NormalExpression;
import lamin.schema.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/**
 * A table as the SQLite database has it.
 *
 * @param declaredTypes by column
 */
record LiveTable(Table definition, Map<String, String> declaredTypes) {
    LiveTable {
        declaredTypes = Map.copyOf(declaredTypes);
    }

    static LiveTable read(Connection connection, TableName name) throws SQLException {
        var definition = Introspector.readSqliteTable(connection, name)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.FAILURE, "the database has no table " + name.flat() + ", which its ledger implies"));
        var types = new HashMap<String, String>();
        Jdbc.query(
                connection,
                "SELECT name, type FROM pragma_table_xinfo(" + SqlTokens.literal(name.flat()) + ")",
                row -> types.put(row.getString(1), row.getString(2)));
        return new LiveTable(definition, types);
    }

    /** {@code after}, and what the database has beyond {@code before}: nobody asked to lose it. */
    Table keepUndeclared(Table before, Table after) {
        var merged = after;
        for (var column : beyond(definition.columns(), before.columns(), LiveTable::isSameColumn)) {
            merged = merged.with(column);
        }
        for (var key : beyond(definition.foreignKeys(), before.foreignKeys(), LiveTable::isOnSameColumns)) {
            merged = merged.with(key);
        }
        for (var unique : beyond(definition.uniques(), before.uniques(), LiveTable::isOnSameColumns)) {
            merged = merged.with(unique);
        }
        for (var check : beyond(
                definition.checks(),
                before.checks(),
                (x, y) -> normal(x.expression()).equals(normal(y.expression())))) {
            merged = merged.with(check);
        }
        for (var index : beyond(definition.indexes(), before.indexes(), LiveTable::isSameIndex)) {
            merged = merged.with(index);
        }
        return merged;
    }

    /** The declared types of columns whose type does not change. */
    Map<String, String> typesToKeep(Table before, Table after) {
        var kept = new HashMap<>(declaredTypes);
        for (var column : after.columns()) {
            before.column(column.name())
                    .filter(old -> !old.type().equals(column.type()))
                    .ifPresent(ignored -> kept.remove(column.name()));
        }
        return kept;
    }

    private static <T> List<T> beyond(List<T> live, List<T> declared, BiPredicate<T, T> isSame) {
        return live.stream()
                .filter(found -> declared.stream().noneMatch(known -> isSame.test(found, known)))
                .toList();
    }

    private static boolean isSameColumn(Column x, Column y) {
        return x.name().equals(y.name());
    }

    private static boolean isOnSameColumns(Constraint x, Constraint y) {
        return x.columns().equals(y.columns());
    }

    private static boolean isSameIndex(Index x, Index y) {
        var spellings = x.keys().stream().map(key -> normal(key.spelling())).toList();
        return x.unique() == y.unique()
                && spellings.equals(
                        y.keys().stream().map(key -> normal(key.spelling())).toList())
                && normal(x.where()).equals(normal(y.where()));
    }

    private static String normal(@Nullable String expression) {
        return expression == null ? "" : NormalExpression.of(expression);
    }
}
