package lamin.schema.internal.detect;

import java.math.BigDecimal;
import java.util.List;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** Normal forms, in which equivalent definitions are equal; names of constraints and indexes are omitted. */
final class Normal {
    private Normal() {}

    /** The normal form; null if there is no expression. */
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

    /** The default as a list, empty if there is none; SQL that differs by database is the list of its texts. */
    static List<Object> defaultOf(Column column) {
        return switch (withoutDatabases(column.defaultValue())) {
            case null -> List.of();
            case DefaultValue.Sql(var sql) -> onEachDatabase(sql);
            case DefaultValue.Numeric(BigDecimal number)
            when column.type() instanceof ColumnType.Bool -> List.of(new DefaultValue.Bool(number.signum() != 0));
            case DefaultValue value -> List.of(value);
        };
    }

    private static @Nullable DefaultValue withoutDatabases(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Sql(var sql)
                ? sql.common(databases()).map(DefaultValue::parse).orElse(value)
                : value;
    }

    private static List<Object> onEachDatabase(DatabaseSql sql) {
        return databases().stream()
                .<Object>map(database ->
                        sql.on(database).map(text -> SqlExpression.of(text).normal()))
                .toList();
    }

    private static List<String> databases() {
        return DatabaseSystem.all().stream().map(DatabaseSystem::key).toList();
    }
}
