package lamin.schema.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lamin.schema.internal.sql.OrderedKey;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table; {@code name} as for a {@link Constraint}.
 *
 * @param where the predicate of a partial index
 */
public record Index(
        @Nullable String name,
        List<Key> keys,
        boolean unique,
        @Nullable SqlExpression where) {
    public Index {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an index needs a column or an expression");
        }
    }

    public static Index on(String... columns) {
        return of(null, false, Arrays.stream(columns).map(Key::column).toArray(Key[]::new));
    }

    /** An index over all rows. */
    public static Index of(@Nullable String name, boolean unique, Key... keys) {
        return new Index(name, List.of(keys), unique, null);
    }

    public Index named(@Nullable String newName) {
        return new Index(newName, keys, unique, where);
    }

    public Index withKeys(List<Key> newKeys) {
        return new Index(name, newKeys, unique, where);
    }

    public Index where(@Nullable String predicate) {
        return new Index(name, keys, unique, predicate == null ? null : SqlExpression.of(predicate));
    }

    /** Its columns, without expressions. */
    public List<String> columns() {
        return keys.stream().map(Key::columnName).flatMap(Optional::stream).toList();
    }

    /** Its expressions: keys and predicate. */
    public List<SqlExpression> expressions() {
        var expressions = new ArrayList<SqlExpression>();
        for (var key : keys) {
            if (key instanceof Key.OnExpression(var expression, var ignored)) {
                expressions.add(expression);
            }
        }
        if (where != null) {
            expressions.add(where);
        }
        return expressions;
    }

    /** Whether its keys are columns in ascending order, over all rows, so that a constraint could express it. */
    public boolean isOnColumnsOnly() {
        return where == null && keys.stream().allMatch(key -> key instanceof Key.OnColumn && !key.descending());
    }

    /** Whether no two rows have the same values in its columns. */
    boolean isKey() {
        return unique && where == null && keys.stream().allMatch(Key.OnColumn.class::isInstance);
    }

    /** Whether it contains the column or mentions it in an expression. */
    boolean mentions(String column) {
        return columns().contains(column) || expressions().stream().anyMatch(expression -> expression.mentions(column));
    }

    /** With a column renamed, also in expressions. */
    Index withRenamedColumn(String from, String to) {
        var renamed = keys.stream().map(key -> key.withRenamedColumn(from, to)).toList();
        return new Index(name, renamed, unique, where).withExpressions(sql -> sql.renamed(from, to));
    }

    /** With each expression in keys and predicate replaced. */
    public Index withExpressions(UnaryOperator<SqlExpression> change) {
        var changed = keys.stream().map(key -> key.withExpression(change)).toList();
        return new Index(name, changed, unique, where == null ? null : change.apply(where));
    }

    /** The name in the database. */
    public String nameIn(TableName table) {
        var parts = new ArrayList<String>();
        for (var key : keys) {
            parts.add(
                    switch (key) {
                        case Key.OnColumn(var column, var ignored) -> column;
                        case Key.OnExpression(var expression, var ignored) -> Names.hash(expression.text());
                    });
        }
        if (where != null) {
            parts.add(Names.hash(where.text()));
        }
        return name != null ? name : Names.of(table, parts, "idx");
    }

    /** One sort key of an index: a column or an expression. */
    public sealed interface Key {
        String DESCENDING = " desc";

        boolean descending();

        /** The values of a column. */
        record OnColumn(String column, boolean descending) implements Key {}

        /** The values of an expression. */
        record OnExpression(SqlExpression expression, boolean descending) implements Key {}

        static Key column(String name) {
            return new OnColumn(name, false);
        }

        static Key expression(String sql) {
            return new OnExpression(SqlExpression.of(sql), false);
        }

        static Key expression(String sql, boolean descending) {
            return new OnExpression(SqlExpression.of(sql), descending);
        }

        default Optional<String> columnName() {
            return this instanceof OnColumn(var column, var ignored) ? Optional.of(column) : Optional.empty();
        }

        default boolean isExpression() {
            return this instanceof OnExpression;
        }

        /** The column or the expression, without the order. */
        default String text() {
            return switch (this) {
                case OnColumn(var column, var ignored) -> column;
                case OnExpression(var expression, var ignored) -> expression.text();
            };
        }

        private Key withRenamedColumn(String from, String to) {
            return this instanceof OnColumn(var column, var descending) && column.equals(from)
                    ? new OnColumn(to, descending)
                    : this;
        }

        private Key withExpression(UnaryOperator<SqlExpression> change) {
            return switch (this) {
                case OnColumn column -> column;
                case OnExpression(var expression, var descending) ->
                    new OnExpression(change.apply(expression), descending);
            };
        }

        /**
         * Parses {@code x}, {@code x desc}, {@code (lower(x))} or {@code (a) + (b) desc}: an expression begins with a
         * parenthesis.
         */
        static Key parse(String spelling) {
            var ordered = OrderedKey.parse(spelling);
            return ordered.text().startsWith("(")
                    ? expression(SqlTokens.unwrap(ordered.text()), ordered.descending())
                    : new OnColumn(ordered.text(), ordered.descending());
        }

        /** The text form that {@link #parse} reads. */
        default String spelling() {
            var order = descending() ? DESCENDING : "";
            return switch (this) {
                case OnColumn(var column, var ignored) -> column + order;
                case OnExpression(var expression, var ignored) -> expression.parenthesized() + order;
            };
        }
    }
}
