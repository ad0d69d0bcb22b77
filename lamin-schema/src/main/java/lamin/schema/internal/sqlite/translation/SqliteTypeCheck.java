package lamin.schema.internal.sqlite.translation;

import lamin.schema.model.ColumnType;

/** The requirements of types on stored values: SQLite itself stores any value in any column. */
public final class SqliteTypeCheck {
    private static final String UUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh".replace("h", "[0-9a-fA-F]");

    private SqliteTypeCheck() {}

    /** A condition for values that do not fit the type. */
    public static String misfit(String column, ColumnType type) {
        return switch (type) {
            case ColumnType.Bool ignored -> column + " NOT IN (0, 1)";
            case ColumnType.Int16 ignored -> outside(column, Short.MIN_VALUE, Short.MAX_VALUE);
            case ColumnType.Int32 ignored -> outside(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case ColumnType.Int64 ignored -> isNo(column, "integer");
            case ColumnType.Decimal ignored -> "typeof(" + column + ") NOT IN ('integer', 'real')";
            case ColumnType.Float32 ignored -> isNo(column, "real");
            case ColumnType.Float64 ignored -> isNo(column, "real");
            case ColumnType.VarChar(var length) -> isNoText(column, "length(" + column + ") > " + length);
            case ColumnType.Text ignored -> isNo(column, "text");
            case ColumnType.Bytes ignored -> isNo(column, "blob");
            case ColumnType.Date ignored -> isNoText(column, column + " IS NOT date(" + column + ")");
            case ColumnType.Time ignored ->
                isNoText(column, "time(" + column + ") IS NULL OR " + column + " NOT GLOB '[0-2][0-9]:[0-5][0-9]*'");
            case ColumnType.Timestamp ignored -> isNoTimestamp(column);
            case ColumnType.TimestampTz ignored -> isNoTimestamp(column);
            case ColumnType.Uuid ignored -> isNoText(column, column + " NOT GLOB '" + UUID + "'");
            case ColumnType.Json ignored -> isNo(column, "text");
            case ColumnType.Other ignored -> "0";
        };
    }

    /** SQLite accepts a bare time, some words and February 30 as timestamps. */
    private static String isNoTimestamp(String column) {
        var day = "substr(" + column + ", 1, 10)";
        return isNoText(column, "datetime(" + column + ") IS NULL OR " + day + " IS NOT date(" + day + ")");
    }

    private static String isNo(String column, String storageClass) {
        return "typeof(" + column + ") <> '" + storageClass + "'";
    }

    private static String isNoText(String column, String misfit) {
        return "(" + isNo(column, "text") + " OR " + misfit + ")";
    }

    private static String outside(String column, long least, long most) {
        return "(" + isNo(column, "integer") + " OR " + column + " NOT BETWEEN " + least + " AND " + most + ")";
    }
}
