package lamin.schema.internal.lint;

import lamin.schema.model.ColumnType;
import lamin.schema.model.ColumnType.Bool;
import lamin.schema.model.ColumnType.Bytes;
import lamin.schema.model.ColumnType.Date;
import lamin.schema.model.ColumnType.Decimal;
import lamin.schema.model.ColumnType.Float32;
import lamin.schema.model.ColumnType.Float64;
import lamin.schema.model.ColumnType.Int16;
import lamin.schema.model.ColumnType.Int32;
import lamin.schema.model.ColumnType.Int64;
import lamin.schema.model.ColumnType.Json;
import lamin.schema.model.ColumnType.Other;
import lamin.schema.model.ColumnType.Text;
import lamin.schema.model.ColumnType.Time;
import lamin.schema.model.ColumnType.Timestamp;
import lamin.schema.model.ColumnType.TimestampTz;
import lamin.schema.model.ColumnType.Uuid;
import lamin.schema.model.ColumnType.VarChar;

/** A column's type before and after. */
public record TypeChange(ColumnType from, ColumnType to) {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** Whether the new type cannot hold every value of the old one. */
    public boolean isNarrowing() {
        return !from.equals(to) && !holdsAll();
    }

    private boolean holdsAll() {
        return switch (to) {
            case Text ignored -> !(from instanceof Bytes);
            case VarChar(var length) -> longest(from) <= length;
            case Int16 ignored -> from instanceof Bool;
            case Int32 ignored -> from instanceof Bool || from instanceof Int16 || isWhole(9);
            case Int64 ignored -> from instanceof Bool || from instanceof Int16 || from instanceof Int32 || isWhole(18);
            case Decimal(var precision, var scale) -> isWithin(precision - scale, scale);
            case Float32 ignored -> from instanceof Int16;
            case Float64 ignored -> from instanceof Int16 || from instanceof Int32 || from instanceof Float32;
            case Timestamp ignored -> isTime();
            case TimestampTz ignored -> isTime();
            case Bool ignored -> false;
            case Bytes ignored -> false;
            case Date ignored -> false;
            case Time ignored -> false;
            case Uuid ignored -> false;
            case Json ignored -> false;
            case Other ignored -> false;
        };
    }

    /** Times without a zone count as UTC, so conversion works both ways. */
    private boolean isTime() {
        return from instanceof Date || from instanceof Timestamp || from instanceof TimestampTz;
    }

    private boolean isWhole(int digits) {
        return from instanceof Decimal(var precision, var scale) && scale == 0 && precision <= digits;
    }

    private boolean isWithin(int digits, int scale) {
        return switch (from) {
            case Decimal(var oldPrecision, var oldScale) -> oldScale <= scale && oldPrecision - oldScale <= digits;
            case Int16 ignored -> digits >= 5;
            case Int32 ignored -> digits >= 10;
            case Int64 ignored -> digits >= 19;
            default -> false;
        };
    }

    /** The number of characters of the longest value as text. */
    private static int longest(ColumnType type) {
        return switch (type) {
            case VarChar(var length) -> length;
            case Bool ignored -> 5;
            case Int16 ignored -> 6;
            case Int32 ignored -> 11;
            case Int64 ignored -> 20;
            case Decimal(var precision, var ignored) -> precision + 2;
            case Date ignored -> 10;
            case Uuid ignored -> 36;
            default -> UNLIMITED;
        };
    }
}
