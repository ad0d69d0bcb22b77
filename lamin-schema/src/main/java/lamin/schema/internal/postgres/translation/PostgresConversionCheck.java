package lamin.schema.internal.postgres.translation;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.Optional;
import lamin.schema.internal.database.TypeKind;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;

/** Predicts which values PostgreSQL would refuse, round or truncate, with an expression that does not fail on them. */
public final class PostgresConversionCheck {
    private static final String NUMERAL = "'^(0|-?[1-9][0-9]{0,30}|-?0)([.][0-9]{1,30})?$'";
    private static final String WHOLE_NUMERAL = "'^(0|-?[1-9][0-9]{0,18})$'";
    private static final String UUID = "'^[{]?[0-9a-f]{4}(-?[0-9a-f]{4}){7}[}]?$'";

    private PostgresConversionCheck() {}

    public static Optional<String> of(Column column, ColumnType type) {
        var value = quote(column.name());
        boolean isText = TypeKind.isText(column.type());
        return switch (type) {
            case ColumnType.VarChar(var length) ->
                column.type() instanceof ColumnType.TimestampTz
                        ? Optional.empty()
                        : Optional.of("length(" + value + "::text) > " + length);
            case ColumnType.Int16 ignored -> whole(column, Short.MIN_VALUE, Short.MAX_VALUE);
            case ColumnType.Int32 ignored -> whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case ColumnType.Int64 ignored -> whole(column, Long.MIN_VALUE, Long.MAX_VALUE);
            case ColumnType.Decimal(var precision, var scale) -> decimal(column, precision, scale);
            case ColumnType.Date ignored -> isText ? lost(column, type) : day(column);
            case ColumnType.Time ignored -> lost(column, type);
            case ColumnType.Uuid ignored -> isText ? Optional.of(value + " !~* " + UUID) : Optional.empty();
            case ColumnType.Float32 ignored -> isText ? Optional.empty() : lost(column, type);
            case ColumnType.Float64 ignored -> isText ? Optional.empty() : lost(column, type);
            case ColumnType.Bool ignored -> isText ? Optional.empty() : lost(column, type);
            case ColumnType.Text ignored -> Optional.empty();
            case ColumnType.Bytes ignored -> Optional.empty();
            case ColumnType.Timestamp ignored -> lost(column, type);
            case ColumnType.TimestampTz ignored -> lost(column, type);
            case ColumnType.Json ignored -> Optional.empty();
            case ColumnType.Other ignored -> Optional.empty();
        };
    }

    /** The same condition as the guard of the change itself. */
    private static Optional<String> lost(Column column, ColumnType type) {
        return PostgresConversion.lost(column, column.withType(type));
    }

    private static Optional<String> whole(Column column, long least, long most) {
        var value = quote(column.name());
        var outside = "%s::numeric NOT BETWEEN " + least + " AND " + most;
        if (TypeKind.isText(column.type())) {
            return Optional.of(unlessNumeral(value, WHOLE_NUMERAL, outside.formatted(value)));
        }
        var fraction = TypeKind.isFractional(column.type()) ? " OR trunc(" + value + ") <> " + value : "";
        return number(column, "(" + value + " NOT BETWEEN " + least + " AND " + most + fraction + ")");
    }

    private static Optional<String> decimal(Column column, int precision, int scale) {
        var value = quote(column.name());
        var exact = value + "::numeric";
        var back = TypeKind.isText(column.type()) ? "numeric" : PostgresSql.type(column.type());
        var misfit = "(round(%1$s, %2$d)::%4$s <> %5$s::%4$s OR abs(%1$s) >= 1e%3$d)"
                .formatted(exact, scale, precision - scale, back, value);
        if (TypeKind.isText(column.type())) {
            return Optional.of(unlessNumeral(value, NUMERAL, misfit));
        }
        return number(column, misfit);
    }

    /** The order matters: text that is not a number cannot be compared with numbers. */
    private static String unlessNumeral(String value, String numeral, String misfit) {
        return "CASE WHEN %1$s IS NULL THEN false WHEN %1$s ~ %2$s THEN %3$s ELSE true END"
                .formatted(value, numeral, misfit);
    }

    private static Optional<String> number(Column column, String misfit) {
        return TypeKind.isNumber(column.type()) ? Optional.of(misfit) : Optional.empty();
    }

    private static Optional<String> day(Column column) {
        var value =
                quote(column.name()) + (column.type() instanceof ColumnType.TimestampTz ? " AT TIME ZONE 'UTC'" : "");
        return TypeKind.isTimestamp(column.type())
                ? Optional.of("date_trunc('day', " + value + ") <> " + value)
                : Optional.empty();
    }
}
