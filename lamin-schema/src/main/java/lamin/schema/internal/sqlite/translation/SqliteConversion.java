package lamin.schema.internal.sqlite.translation;

import lamin.schema.internal.database.TypeKind;
import lamin.schema.model.ColumnType;

/** Converts a column's values to another type if the migration specifies only the type. */
final class SqliteConversion {
    private SqliteConversion() {}

    /** SQL that converts the value of {@code source}. */
    static String of(String source, ColumnType from, ColumnType to) {
        if (from instanceof ColumnType.Date && TypeKind.isTimestamp(to)) {
            return midnight(source);
        }
        if (TypeKind.isTimestamp(from) && to instanceof ColumnType.Date) {
            return day(source);
        }
        var value = TypeKind.isText(from) && TypeKind.isNumber(to) ? number(source) : source;
        return TypeKind.isFloat(to) ? whole(value) : value;
    }

    /** Text that is not a date stays unchanged and is then refused. */
    private static String midnight(String source) {
        return "CASE WHEN %1$s IS date(%1$s) THEN datetime(%1$s) ELSE %1$s END".formatted(source);
    }

    /** A time other than midnight stays unchanged and is then refused. */
    private static String day(String source) {
        return "CASE WHEN substr(%1$s, 11) GLOB '*[1-9]*' THEN %1$s ELSE coalesce(date(%1$s), %1$s) END"
                .formatted(source);
    }

    /**
     * Text that would not survive conversion to a number becomes a blob, which numeric columns do not convert and which
     * is then refused.
     */
    private static String number(String source) {
        var text = "CAST(%s AS TEXT)".formatted(source);
        var back = "CAST(CAST(%s AS NUMERIC) AS TEXT)".formatted(text);
        return "CASE WHEN %s = %s THEN %s ELSE CAST(%s AS BLOB) END"
                .formatted(withoutLastZeros(back), withoutLastZeros(text), source, source);
    }

    /** A whole number that a double does not hold becomes bytes as well; SQLite compares the two exactly. */
    private static String whole(String value) {
        return "CASE WHEN typeof(%1$s + 0) = 'integer' AND CAST(%1$s AS REAL) <> %1$s + 0 THEN CAST(%1$s AS BLOB) ELSE %1$s END"
                .formatted("(" + value + ")");
    }

    private static String withoutLastZeros(String number) {
        return "CASE WHEN instr(%1$s, '.') > 0 THEN rtrim(rtrim(%1$s, '0'), '.') ELSE %1$s END".formatted(number);
    }
}
