package lamin.schema.property;

import static lamin.schema.property.RandomColumns.isNumber;
import static lamin.schema.property.RandomColumns.isText;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.ColumnType;
import lamin.testing.databases.TestDatabase.Kind;

/**
 * The values of a column, as literals: extreme, odd or empty ones where the column allows it, and all different, so that
 * any constraint that an edit adds holds.
 */
final class Values {
    private static final List<String> ODD =
            List.of("", "it's", "\"q\"", "größe", "試料🧬", "a\\b", "two\nlines", " blanks ", "NULL", "100%");
    private static final int LONG = 4_000;

    private final DraftColumn column;
    private final Kind kind;

    Values(DraftColumn column, Kind kind) {
        this.column = column;
        this.kind = kind;
    }

    /** SQL for the rows that have no value, in both databases. */
    static String fill(DraftColumn column) {
        if (!column.constants.isEmpty()) {
            var lasting = column.lastingConstants;
            return SqlTokens.literal(column.constants.stream()
                    .filter(constant -> lasting == null || lasting.contains(constant))
                    .findFirst()
                    .orElse(column.constants.getFirst()));
        }
        return switch (column.type) {
            case ColumnType.Bool ignored -> "true";
            case ColumnType.Date ignored -> "'2021-01-01'";
            case ColumnType.Time ignored -> "'01:02:03'";
            case ColumnType.Timestamp ignored -> "'2021-01-01 00:00:00'";
            case ColumnType.TimestampTz ignored -> "'2021-01-01 00:00:00'";
            case ColumnType.Uuid ignored -> "'00000000-0000-0000-0000-000000000001'";
            case ColumnType.Json ignored -> "'{}'";
            case ColumnType.VarChar ignored -> "'1'";
            case ColumnType.Text ignored -> "'1'";
            case ColumnType.Bytes ignored -> "''";
            case ColumnType.Int16 ignored -> "1";
            case ColumnType.Int32 ignored -> "1";
            case ColumnType.Int64 ignored -> "1";
            case ColumnType.Decimal ignored -> "1";
            case ColumnType.Float32 ignored -> "1";
            case ColumnType.Float64 ignored -> "1";
            case ColumnType.Other ignored -> "NULL";
        };
    }

    /** The value of the row with this number, from 0. */
    String of(int row) {
        var constants = column.lastingConstants;
        if (constants != null) {
            return SqlTokens.literal(constants.stream().sorted().toList().get(row % constants.size()));
        }
        var type = column.types.getFirst();
        boolean isConverted = column.types.stream().anyMatch(other -> !other.equals(type));
        return column.isKey || isConverted ? plain(type, row) : odd(type, row);
    }

    /** A value that every type which the column has or had can be converted into. */
    private String plain(ColumnType type, int row) {
        if (Convertible.isDay(type)) {
            var day = "2020-02-%02d".formatted(row + 1);
            return type instanceof ColumnType.Date ? "'" + day + "'" : "'" + day + " 00:00:00'";
        }
        if (isText(type)) {
            return column.types.stream()
                    .filter(Convertible::isSpelledOut)
                    .findFirst()
                    .map(other -> odd(other, row))
                    .orElse("'" + (row + 1) + "'");
        }
        boolean isTruth = column.types.stream().anyMatch(ColumnType.Bool.class::isInstance);
        return isNumber(type) ? String.valueOf(isTruth ? row % 2 : row + 1) : odd(type, row);
    }

    private String odd(ColumnType type, int row) {
        return switch (type) {
            case ColumnType.Bool ignored -> row % 2 == 0 ? "true" : "false";
            case ColumnType.Int16 ignored -> number(row, Short.MIN_VALUE, Short.MAX_VALUE);
            case ColumnType.Int32 ignored -> number(row, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case ColumnType.Int64 ignored -> number(row, Long.MIN_VALUE + 1, Long.MAX_VALUE);
            case ColumnType.Decimal decimal ->
                row == 0 && decimal.precision() <= 15
                        ? RandomColumns.largest(decimal).toPlainString()
                        : row == 1 ? "-" + row : String.valueOf(row) + (decimal.scale() > 0 ? ".5" : "");
            case ColumnType.Float32 ignored -> row == 0 ? "3.4028235e38" : row == 1 ? "-1.25e-30" : row + ".5";
            case ColumnType.Float64 ignored ->
                row == 0 ? "1.7976931348623157e308" : row == 1 ? "0.1" : row + ".30000000000000004";
            case ColumnType.VarChar(var length) -> text(row, length);
            case ColumnType.Text ignored -> text(row, column.isIndexed ? 200 : LONG);
            case ColumnType.Bytes ignored -> bytes("\0ÿ'" + row);
            case ColumnType.Date ignored ->
                row == 0 ? "'0001-01-01'" : row == 1 ? "'9999-12-31'" : "'2020-02-%02d'".formatted(row + 1);
            case ColumnType.Time ignored -> row == 0 ? "'00:00:00'" : "'23:59:%02d.123456'".formatted(row);
            case ColumnType.Timestamp ignored -> instant(row);
            case ColumnType.TimestampTz ignored -> instant(row);
            case ColumnType.Uuid ignored ->
                "'" + UUID.nameUUIDFromBytes(String.valueOf(row).getBytes(StandardCharsets.UTF_8)) + "'";
            case ColumnType.Json ignored ->
                SqlTokens.literal(List.of("null", "{\"a\": \"it's 🧬 \\\"\"}", "[]", "{\"n\": " + row + "}")
                        .get(row % 4));
            case ColumnType.Other ignored -> "NULL";
        };
    }

    private static String number(int row, long least, long most) {
        return String.valueOf(row == 0 ? least : row == 1 ? most : row * 37L - 100);
    }

    private static String instant(int row) {
        return row == 0 ? "'0001-01-01 00:00:00'" : "'2020-02-%02d 23:59:59.123456'".formatted(row + 1);
    }

    private static String text(int row, int longest) {
        var odd = row + ODD.get(row % ODD.size());
        var text = row == 0 ? "" : row == 3 ? odd + "x".repeat(Math.max(0, longest - 20)) : odd;
        return SqlTokens.literal(text.codePointCount(0, text.length()) > longest ? row + "cut" : text);
    }

    /** Whether rows can all have another value. */
    static boolean areDistinct(ColumnType type) {
        return !(type instanceof ColumnType.Bool
                || type instanceof ColumnType.Json
                || type instanceof ColumnType.Bytes);
    }

    private String bytes(String content) {
        var hex = HexFormat.of().formatHex(content.getBytes(StandardCharsets.ISO_8859_1));
        return switch (kind) {
            case SQLITE -> "x'" + hex + "'";
            case POSTGRESQL -> "'\\x" + hex + "'";
        };
    }
}
