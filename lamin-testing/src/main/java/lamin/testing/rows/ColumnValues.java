package lamin.testing.rows;

import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.SqlTokens;

/** A value for each column and row, as SQL: other rows have other values, as far as the type goes. */
record ColumnValues(Flavour flavour) {
    /** The value in the row of this number, which begins at one and has one digit. */
    String of(Column column, int row) {
        return switch (column.type()) {
            case ColumnType.Bool ignored -> bool(row % 2 == 1);
            case ColumnType.Int16 ignored -> String.valueOf(row);
            case ColumnType.Int32 ignored -> String.valueOf(row);
            case ColumnType.Int64 ignored -> String.valueOf(row);
            case ColumnType.Decimal(int precision, int scale) ->
                (precision > scale ? row : 0) + (scale > 0 ? "." + row : "");
            case ColumnType.Float32 ignored -> row + ".5";
            case ColumnType.Float64 ignored -> row + ".25";
            case ColumnType.VarChar(int length) -> SqlTokens.literal(text(column, row, length));
            case ColumnType.Text ignored -> SqlTokens.literal(text(column, row, Integer.MAX_VALUE));
            case ColumnType.Bytes ignored -> bytes(row);
            case ColumnType.Date ignored -> "'2024-01-0" + row + "'";
            case ColumnType.Time ignored -> "'0" + row + ":30:00'";
            case ColumnType.Timestamp ignored -> "'2024-01-0" + row + " 12:00:00.250001'";
            case ColumnType.TimestampTz ignored -> instant(row);
            case ColumnType.Uuid ignored -> "'00000000-0000-4000-8000-00000000000" + row + "'";
            case ColumnType.Json ignored -> "'{\"row\": " + row + "}'";
            case ColumnType.Other(String sql) ->
                throw new LaminException(ErrorCode.REFUSED, "no value of type " + sql + " can be generated");
        };
    }

    private static String text(Column column, int row, int length) {
        var name = column.name() + " ";
        return name.substring(0, Math.min(name.length(), length - 1)) + row;
    }

    private String bool(boolean value) {
        return switch (flavour) {
            case SQLITE -> value ? "1" : "0";
            case POSTGRESQL -> String.valueOf(value);
        };
    }

    private String bytes(int row) {
        return switch (flavour) {
            case SQLITE -> "X'0" + row + "'";
            case POSTGRESQL -> "'\\x0" + row + "'";
        };
    }

    private String instant(int row) {
        var time = "2024-01-0" + row + " 12:00:00.250001";
        return switch (flavour) {
            case SQLITE -> SqlTokens.literal(time);
            case POSTGRESQL -> SqlTokens.literal(time + "+00");
        };
    }
}
