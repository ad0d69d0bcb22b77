package lamin.schema.introspect;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Table;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** The logical form of columns. */
record LogicalColumns(Flavour flavour) {
    /** A JSON string, which is kept, or spaces, which are not. */
    private static final Pattern STRING_OR_SPACES = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

    List<Column> of(Table table) {
        return table.columns().stream()
                .map(column -> levelled(table, column))
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    private Column levelled(Table table, Column column) {
        boolean identity = isIdentity(table, column);
        var type = identity && flavour == Flavour.SQLITE ? new ColumnType.Int64() : column.type();
        var generatedAs = column.generatedAs();
        return column.withProperty(column.name())
                .withType(type)
                .withNullable(column.nullable() && !table.isPrimaryKey(column.name()))
                .withIdentity(identity)
                .withDefault(defaultValue(column.defaultValue(), type))
                .withGeneratedAs(generatedAs == null ? null : generatedAs.normalWithoutCasts())
                .withComment(flavour == Flavour.SQLITE ? null : column.comment());
    }

    /** SQLite numbers the rows in every primary key of one column whose declared type is {@code integer}. */
    private boolean isIdentity(Table table, Column column) {
        var key = table.primaryKey();
        return column.identity()
                || (flavour == Flavour.SQLITE
                        && column.type() instanceof ColumnType.Int32
                        && key != null
                        && key.columns().equals(List.of(column.name())));
    }

    private @Nullable DefaultValue defaultValue(@Nullable DefaultValue value, ColumnType type) {
        return switch (value) {
            case null -> null;
            case DefaultValue.Sql(var byDatabase) -> {
                var sql = byDatabase.on(flavour).orElse(null);
                yield switch (flavour) {
                    case SQLITE -> spelled(SqliteDefaults.read(sql, type));
                    case POSTGRESQL -> spelled(PostgresDefaults.read(sql, type));
                };
            }
            case DefaultValue.Numeric(BigDecimal number) -> number(number, type);
            case DefaultValue.Text(String text) -> type instanceof ColumnType.Json ? json(text) : value;
            case DefaultValue.Bool ignored -> value;
            case DefaultValue.Now ignored -> value;
        };
    }

    private @Nullable DefaultValue spelled(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Sql(var sql)
                ? new DefaultValue.Sql(DatabaseSql.of(SqlExpression.of(sql.on(flavour).orElseThrow())
                        .normalWithoutCasts()
                        .text()))
                : value;
    }

    /** PostgreSQL writes spaces of its own. */
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
