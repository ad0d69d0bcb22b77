package lamin.schema.internal.introspect;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Table;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** The logical form of columns. */
record LogicalColumns(DatabaseSystem system) {
    /** A JSON string, which is kept, or spaces, which are removed. */
    private static final Pattern STRING_OR_SPACES = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

    List<Column> of(Table table) {
        return table.columns().stream()
                .map(column -> levelled(table, column))
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    private Column levelled(Table table, Column column) {
        var rules = system.logicalRules();
        var numbered = rules.numbered(table, column.withType(typeIn(column.type())));
        var generatedAs = column.generatedAs();
        return numbered.withProperty(column.name())
                .withNullable(column.nullable() && !table.isPrimaryKey(column.name()))
                .withDefault(defaultValue(column.defaultValue(), numbered.type()))
                .withGeneratedAs(generatedAs == null ? null : generatedAs.normalWithoutCasts())
                .withComment(rules.keepsComments() ? column.comment() : null);
    }

    /** A type that differs by database is that of this one. */
    private ColumnType typeIn(ColumnType type) {
        return type instanceof ColumnType.Other(var sql)
                ? sql.on(system.key()).map(system.logicalRules()::type).orElse(type)
                : type;
    }

    private @Nullable DefaultValue defaultValue(@Nullable DefaultValue value, ColumnType type) {
        return switch (value) {
            case null -> null;
            case DefaultValue.Sql(var sql) ->
                spelled(system.logicalRules().defaultValue(sql.on(system.key()).orElse(null), type));
            case DefaultValue.Numeric(BigDecimal number) -> number(number, type);
            case DefaultValue.Text(String text) -> type instanceof ColumnType.Json ? json(text) : value;
            case DefaultValue.Bool ignored -> value;
            case DefaultValue.Now ignored -> value;
        };
    }

    private @Nullable DefaultValue spelled(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Sql(var sql)
                ? new DefaultValue.Sql(
                        DatabaseSql.of(SqlExpression.of(sql.on(system.key()).orElseThrow())
                                .normalWithoutCasts()
                                .text()))
                : value;
    }

    /** PostgreSQL adds spaces. */
    private static DefaultValue json(String text) {
        return DefaultValue.of(STRING_OR_SPACES.matcher(text).replaceAll("$1"));
    }

    private static DefaultValue number(BigDecimal number, ColumnType type) {
        if (type instanceof ColumnType.Bool) {
            return DefaultValue.of(number.signum() != 0);
        }
        return new DefaultValue.Numeric(number.stripTrailingZeros());
    }
}
