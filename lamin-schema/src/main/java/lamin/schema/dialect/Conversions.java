package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.model.ColumnType;
import lamin.schema.sql.Jdbc;
import lamin.schema.sql.Sample;

/** Looks at converted values: SQLite stores what does not fit a column's type all the same. */
final class Conversions {
    private static final String UUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh".replace("h", "[0-9a-fA-F]");

    private final Connection connection;
    private final TableRebuild rebuild;
    private final String copy;
    private final boolean isNumbered;

    /**
     * Looks at one rebuild.
     *
     * @param copy the table that holds the new rows
     * @param isNumbered whether rows have numbers of their own
     */
    Conversions(Connection connection, TableRebuild rebuild, String copy, boolean isNumbered) {
        this.connection = connection;
        this.rebuild = rebuild;
        this.copy = copy;
        this.isNumbered = isNumbered;
    }

    void verify() throws SQLException {
        for (var column : rebuild.converted().stream().sorted().toList()) {
            verify(column, rebuild.after().column(column).orElseThrow().type());
        }
    }

    private void verify(String column, ColumnType type) throws SQLException {
        var misfits =
                " FROM " + quote(copy) + " WHERE " + quote(column) + " IS NOT NULL AND " + misfit(quote(column), type);
        long rows = Jdbc.query(connection, "SELECT count(*)" + misfits, row -> row.getLong(1))
                .getFirst();
        if (rows > 0) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    rows + " rows of " + rebuild.after().name() + "." + column + " hold values that are no "
                            + type.display() + ", for example " + example(column, misfits)
                            + "\nnothing was changed",
                    new Advice("fix the values, or say how to convert them: op.alterColumn(...).using(\"SQL\")"));
        }
    }

    /** With the number of its row. */
    private String example(String column, String misfits) throws SQLException {
        var number = isNumbered ? "rowid" : "NULL";
        return Jdbc.query(
                        connection,
                        "SELECT " + quote(column) + ", ' in row ' || " + number + misfits + " LIMIT 1",
                        row -> "'" + Sample.of(row.getString(1)) + "'"
                                + Objects.requireNonNullElse(row.getString(2), ""))
                .getFirst();
    }

    /** A condition that holds for values which the type cannot have. */
    static String misfit(String column, ColumnType type) {
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

    /** SQLite takes a time alone, a word and the 30th of February for a moment. */
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
