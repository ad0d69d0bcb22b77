package lamin.schema.internal.operation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import lamin.schema.internal.operation.JavaStatement.Code;
import lamin.schema.internal.operation.RowChange.ColumnValue;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/** Adds the options of a column, a key or an index to a statement; default values are omitted. */
final class JavaOptions {
    private static final int DIGITS_OF_LONG = 18;

    /** The methods of {@link DatabaseSql}, named like the keys of their databases. */
    private static final Set<String> METHODS_FOR_SQL = Set.of("sqlite", "postgresql");

    private JavaOptions() {}

    static JavaStatement column(Column column, JavaStatement statement) {
        statement
                .thenIf(!column.property().equals(column.name()), "property", column.property())
                .thenIf(column.identity(), "identity")
                .thenIf(!column.nullable() && !column.identity(), "notNull");
        if (column.defaultValue() != null) {
            defaultValue(column.defaultValue(), statement);
        }
        return statement
                .thenGiven("generatedAs", column.generatedAs())
                .thenGiven("collation", column.collation())
                .thenGiven("comment", column.comment());
    }

    static JavaStatement change(ColumnChange change, JavaStatement statement) {
        return switch (change) {
            case ColumnChange.Type(var type) -> statement.then("type", type(type));
            case ColumnChange.Nullability(var nullable) -> statement.then("nullable", nullable);
            case ColumnChange.Default(var value) ->
                value == null ? statement.then("noDefault") : defaultValue(value, statement);
            case ColumnChange.Collation(var collation) -> statement.then("collation", text(collation));
            case ColumnChange.Comment(var comment) -> statement.then("comment", text(comment));
            case ColumnChange.Identity(var identity) -> statement.then("identity", identity);
        };
    }

    static JavaStatement change(SequenceChange change, JavaStatement statement) {
        return switch (change) {
            case SequenceChange.Increment(var increment) -> statement.then("incrementBy", increment);
            case SequenceChange.Start(var start) -> statement.then("startWith", number(start));
            case SequenceChange.Numbers(var columns) ->
                columns.isEmpty() ? statement.then("numbersNothing") : numbers(columns, statement);
        };
    }

    static JavaStatement numbers(SortedSet<NumberedColumn> columns, JavaStatement statement) {
        for (var numbered : columns) {
            statement.then("numbers", numbered.table().toString(), numbered.column());
        }
        return statement;
    }

    private static JavaStatement defaultValue(DefaultValue value, JavaStatement statement) {
        return value(value, "default", "Value", List.of(), statement);
    }

    static JavaStatement values(List<ColumnValue> values, JavaStatement statement) {
        for (var given : values) {
            var value = given.value();
            if (value == null) {
                statement.then("valueNull", given.column());
            } else {
                value(value, "value", "", List.of(given.column()), statement);
            }
        }
        return statement;
    }

    /** Calls the method for the kind of the value: {@code {word}{plain}}, {@code {word}Now} or {@code {word}Sql}. */
    private static JavaStatement value(
            DefaultValue value, String word, String plain, List<String> first, JavaStatement statement) {
        return switch (value) {
            case DefaultValue.Text(var text) -> statement.then(word + plain, first, text);
            case DefaultValue.Bool(var bool) -> statement.then(word + plain, first, bool);
            case DefaultValue.Numeric(var number) -> {
                yield isLong(number)
                        ? statement.then(word + plain, first, number(number.longValueExact()))
                        : statement.then(word + "Sql", first, number.toPlainString());
            }
            case DefaultValue.Now ignored -> statement.then(word + "Now", first);
            case DefaultValue.Sql(var sql) -> statement.then(word + "Sql", first, sql(sql));
        };
    }

    /** A single text if it is the same for all databases. */
    static Object sql(DatabaseSql sql) {
        var others = sql.others();
        if (sql.byDatabase().isEmpty() && others != null) {
            return others;
        }
        var statement = JavaStatement.of("sql");
        sql.byDatabase().forEach((key, text) -> {
            if (METHODS_FOR_SQL.contains(key)) {
                statement.then(key, text);
            } else {
                statement.then("with", key, text);
            }
        });
        if (others != null) {
            statement.thenIf(!others.isEmpty(), "elsewhere", others).thenIf(others.isEmpty(), "nothingElsewhere");
        }
        return new Code(statement.toString());
    }

    private static boolean isLong(BigDecimal number) {
        return number.scale() <= 0 && number.precision() - number.scale() <= DIGITS_OF_LONG;
    }

    static Code number(long number) {
        return new Code(number + (number == (int) number ? "" : "L"));
    }

    static JavaStatement foreignKey(ForeignKey key, JavaStatement statement) {
        var target = key.target();
        boolean isOnId = key.targetColumns().equals(List.of("id"));
        return statement
                .then("references", target.name(), isOnId ? List.of() : key.targetColumns())
                .thenGiven("targetSchema", target.schema())
                .thenGiven("name", key.name())
                .thenIf(
                        key.onDelete() != OnDelete.NO_ACTION,
                        "onDelete",
                        new Code("OnDelete." + key.onDelete().name()))
                .thenIf(key.deferrable(), "deferrable");
    }

    static List<String> keys(Index index) {
        return index.keys().stream().map(Index.Key::spelling).toList();
    }

    static JavaStatement index(Index index, JavaStatement statement) {
        return statement
                .thenGiven("name", index.name())
                .thenIf(index.unique(), "unique")
                .thenGiven("where", index.where());
    }

    /** A required argument that may be null. */
    static Object text(@Nullable String text) {
        return text == null ? new Code("null") : text;
    }

    static Code type(ColumnType type) {
        return new Code(
                switch (type) {
                    case ColumnType.Bool ignored -> "bool()";
                    case ColumnType.Int16 ignored -> "int16()";
                    case ColumnType.Int32 ignored -> "int32()";
                    case ColumnType.Int64 ignored -> "int64()";
                    case ColumnType.Decimal(var precision, var scale) -> "decimal(" + precision + ", " + scale + ")";
                    case ColumnType.Float32 ignored -> "float32()";
                    case ColumnType.Float64 ignored -> "float64()";
                    case ColumnType.VarChar(var length) -> "string(" + length + ")";
                    case ColumnType.Text ignored -> "text()";
                    case ColumnType.Bytes ignored -> "bytes()";
                    case ColumnType.Date ignored -> "date()";
                    case ColumnType.Time ignored -> "time()";
                    case ColumnType.Timestamp ignored -> "timestamp()";
                    case ColumnType.TimestampTz ignored -> "timestamptz()";
                    case ColumnType.Uuid ignored -> "uuid()";
                    case ColumnType.Json ignored -> "json()";
                    case ColumnType.Other(var sql) ->
                        JavaStatement.of("sqlType", sql(sql)).toString();
                });
    }
}
