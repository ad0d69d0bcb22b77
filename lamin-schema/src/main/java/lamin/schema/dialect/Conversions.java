package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.ColumnType;
import lamin.schema.sql.Jdbc;
import org.jspecify.annotations.Nullable;

/** Looks at converted values: SQLite stores what does not fit a column's type all the same. */
final class Conversions {
    private static final String UUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh".replace("h", "[0-9a-fA-F]");

    private final Connection connection;
    private final TableRebuild rebuild;
    private final String copy;

    /**
     * Looks at one rebuild.
     *
     * @param copy the table that holds the new rows
     */
    Conversions(Connection connection, TableRebuild rebuild, String copy) {
        this.connection = connection;
        this.rebuild = rebuild;
        this.copy = copy;
    }

    void verify() throws SQLException {
        for (var column : rebuild.converted().stream().sorted().toList()) {
            verify(column, rebuild.after().column(column).orElseThrow().type());
        }
    }

    private void verify(String column, ColumnType type) throws SQLException {
        var sql = "SELECT count(*), min(" + quote(column) + ") FROM " + quote(copy) + " WHERE " + quote(column)
                + " IS NOT NULL AND " + misfit(quote(column), type);
        var found = Jdbc.query(connection, sql, row -> new Misfits(row.getLong(1), row.getString(2)))
                .getFirst();
        if (found.rows() > 0) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    found.rows() + " rows of " + rebuild.after().name() + "." + column + " hold values that are no "
                            + type.display() + ", for example '" + found.example() + "'"
                            + "\nnothing was changed; mend the values, or say how to convert them:"
                            + " op.alterColumn(...).using(\"SQL\")");
        }
    }

    private record Misfits(long rows, @Nullable String example) {}

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
            case ColumnType.Time ignored -> isNoText(column, "time(" + column + ") IS NULL");
            case ColumnType.Timestamp ignored -> isNoText(column, "datetime(" + column + ") IS NULL");
            case ColumnType.TimestampTz ignored -> isNoText(column, "datetime(" + column + ") IS NULL");
            case ColumnType.Uuid ignored -> isNoText(column, column + " NOT GLOB '" + UUID + "'");
            case ColumnType.Json ignored -> isNo(column, "text");
            case ColumnType.Other ignored -> "0";
        };
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
