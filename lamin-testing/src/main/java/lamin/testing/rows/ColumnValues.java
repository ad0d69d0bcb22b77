package lamin.testing.rows;

import java.time.Instant;
import java.util.regex.Pattern;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.RowValues;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;

/** A value for each column and row, as SQL: rows have different values if the type allows it. */
record ColumnValues(DatabaseSystem system, RowValues values) {
    private static final Pattern CHARACTERS = Pattern.compile("char(?:acter)?\\((\\d+)\\)");

    ColumnValues(DatabaseSystem system) {
        this(system, system.rowValues());
    }

    /** The value in the row with this number, which starts at one and has one digit. */
    String of(Column column, int row) {
        return switch (column.type()) {
            case ColumnType.Bool ignored -> values.bool(row % 2 == 1);
            case ColumnType.Int16 ignored -> String.valueOf(row);
            case ColumnType.Int32 ignored -> String.valueOf(row);
            case ColumnType.Int64 ignored -> String.valueOf(row);
            case ColumnType.Decimal(int precision, int scale) ->
                (precision > scale ? row : 0) + (scale > 0 ? "." + row : "");
            case ColumnType.Float32 ignored -> row + ".5";
            case ColumnType.Float64 ignored -> row + ".25";
            case ColumnType.VarChar(int length) -> SqlTokens.literal(text(column, row, length));
            case ColumnType.Text ignored -> SqlTokens.literal(text(column, row, Integer.MAX_VALUE));
            case ColumnType.Bytes ignored -> values.bytes(new byte[] {(byte) row});
            case ColumnType.Date ignored -> "'2024-01-0" + row + "'";
            case ColumnType.Time ignored -> "'0" + row + ":30:00'";
            case ColumnType.Timestamp ignored -> "'2024-01-0" + row + " 12:00:00.250001'";
            case ColumnType.TimestampTz ignored -> values.time(Instant.parse("2024-01-0" + row + "T12:00:00.250001Z"));
            case ColumnType.Uuid ignored -> "'00000000-0000-4000-8000-00000000000" + row + "'";
            case ColumnType.Json ignored -> "'{\"row\": " + row + "}'";
            case ColumnType.Other(var sql) ->
                ofDatabase(column, row, sql.on(system.key()).orElse(sql.toString()));
        };
    }

    private String ofDatabase(Column column, int row, String sql) {
        var type = system.logicalRules().type(sql);
        if (!(type instanceof ColumnType.Other(var meant))) {
            return of(column.withType(type), row);
        }
        var characters = CHARACTERS.matcher(meant.toString());
        if (characters.matches()) {
            return SqlTokens.literal(String.valueOf(row).repeat(Integer.parseInt(characters.group(1))));
        }
        if (meant.toString().endsWith("[]")) {
            return "'{}'";
        }
        if (column.nullable()) {
            return "NULL";
        }
        throw new LaminException(ErrorCode.REFUSED, "no value of type " + sql + " can be generated");
    }

    private static String text(Column column, int row, int length) {
        var name = column.name() + " ";
        return name.substring(0, Math.min(name.length(), length - 1)) + row;
    }
}
