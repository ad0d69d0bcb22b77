package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.Optional;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;

/** Predicts what {@link SqliteTypeCheck} would find in a rebuilt table. */
public final class SqliteConversionCheck {
    private SqliteConversionCheck() {}

    public static Optional<String> of(Column column, ColumnType type) {
        var source = quote(column.name());
        var stored = stored("(" + SqliteConversion.of(source, column.type(), type) + ")", type);
        var misfit = SqliteTypeCheck.misfit("(" + stored + ")", type);
        return Optional.of(source + " IS NOT NULL AND " + misfit);
    }

    /** The value after the affinity of a column of that type is applied. */
    private static String stored(String value, ColumnType type) {
        return switch (type) {
            case ColumnType.VarChar ignored -> text(value);
            case ColumnType.Text ignored -> text(value);
            case ColumnType.Uuid ignored -> text(value);
            case ColumnType.Json ignored -> text(value);
            case ColumnType.Float32 ignored -> real(value);
            case ColumnType.Float64 ignored -> real(value);
            case ColumnType.Bool ignored -> numeric(value);
            case ColumnType.Int16 ignored -> numeric(value);
            case ColumnType.Int32 ignored -> numeric(value);
            case ColumnType.Int64 ignored -> numeric(value);
            case ColumnType.Decimal ignored -> numeric(value);
            case ColumnType.Date ignored -> numeric(value);
            case ColumnType.Time ignored -> numeric(value);
            case ColumnType.Timestamp ignored -> numeric(value);
            case ColumnType.TimestampTz ignored -> numeric(value);
            case ColumnType.Bytes ignored -> value;
            case ColumnType.Other ignored -> value;
        };
    }

    private static String text(String value) {
        return "CASE WHEN typeof(%1$s) IN ('integer', 'real') THEN CAST(%1$s AS TEXT) ELSE %1$s END".formatted(value);
    }

    /** Text becomes a number if all of it is numeric; a comparison with a number finds that out. */
    private static String numeric(String value) {
        return ("CASE typeof(%1$s) WHEN 'text' THEN CASE WHEN CAST(%1$s AS NUMERIC) = %1$s THEN CAST(%1$s AS NUMERIC)"
                        + " ELSE %1$s END WHEN 'real' THEN CASE WHEN CAST(%1$s AS INTEGER) = %1$s THEN"
                        + " CAST(%1$s AS INTEGER) ELSE %1$s END ELSE %1$s END")
                .formatted(value);
    }

    private static String real(String value) {
        return ("CASE WHEN typeof(%1$s) = 'integer' OR (typeof(%1$s) = 'text' AND CAST(%1$s AS NUMERIC) = %1$s)"
                        + " THEN CAST(%1$s AS REAL) ELSE %1$s END")
                .formatted(value);
    }
}
