package lamin.schema.detect;

import java.math.BigDecimal;
import java.util.List;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** Forms in which everything that means the same is equal; names of constraints and indexes are left out. */
final class Normal {
    private Normal() {}

    /** The normal form, null for no expression. */
    static @Nullable SqlExpression expression(@Nullable SqlExpression sql) {
        return sql == null ? null : sql.normal();
    }

    static Constraint constraint(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> new PrimaryKey(null, key.columns());
            case ForeignKey key -> key.withName(null);
            case UniqueConstraint unique -> new UniqueConstraint(null, unique.columns());
            case CheckConstraint check ->
                new CheckConstraint(null, check.expression().normal());
        };
    }

    static Index index(Index index) {
        return index.named(null).withExpressions(SqlExpression::normal);
    }

    /** The default in a list, which is empty where there is none. */
    static List<DefaultValue> defaultOf(Column column) {
        return switch (column.defaultValue()) {
            case null -> List.of();
            case DefaultValue.Sql(var sqlite, var postgresql) ->
                List.of(new DefaultValue.Sql(normal(sqlite), normal(postgresql)));
            case DefaultValue.Numeric(BigDecimal number)
            when column.type() instanceof ColumnType.Bool -> List.of(new DefaultValue.Bool(number.signum() != 0));
            case DefaultValue value -> List.of(value);
        };
    }

    private static String normal(String sql) {
        return SqlExpression.of(sql).normal().text();
    }
}
