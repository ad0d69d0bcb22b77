package lamin.schema.property;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.model.ColumnType;
import lamin.schema.model.ColumnTypes;

/** Which types' values both databases convert into which, as long as the values allow it. */
final class Convertible {
    private static final List<ColumnType> NUMBERS = List.of(
            ColumnTypes.int16(),
            ColumnTypes.int32(),
            ColumnTypes.int64(),
            ColumnTypes.decimal(6, 2),
            ColumnTypes.decimal(12, 0),
            ColumnTypes.float32(),
            ColumnTypes.float64());
    private static final List<ColumnType> TEXTS =
            List.of(ColumnTypes.text(), ColumnTypes.string(12), ColumnTypes.string(36), ColumnTypes.string(100));
    private static final List<ColumnType> DAYS =
            List.of(ColumnTypes.date(), ColumnTypes.timestamp(), ColumnTypes.timestamptz());

    private Convertible() {}

    static List<ColumnType> from(ColumnType type) {
        return Stream.of(NUMBERS, TEXTS, DAYS, List.of(ColumnTypes.uuid(), ColumnTypes.json(), ColumnTypes.bool()))
                .flatMap(List::stream)
                .filter(other -> haveValuesInCommon(type, other))
                .toList();
    }

    static boolean haveValuesInCommon(ColumnType x, ColumnType y) {
        return x.equals(y)
                || (isDay(x) && isDay(y))
                || (RandomColumns.isNumber(x) && RandomColumns.isNumber(y))
                || (isBool(x) && RandomColumns.isInteger(y))
                || (isBool(y) && RandomColumns.isInteger(x))
                || (RandomColumns.isText(x) && isReadFromText(y))
                || (RandomColumns.isText(y) && isReadFromText(x))
                || (holdsAnything(x) && isSpelledOut(y))
                || (holdsAnything(y) && isSpelledOut(x));
    }

    private static boolean isBool(ColumnType type) {
        return type instanceof ColumnType.Bool;
    }

    private static boolean holdsAnything(ColumnType type) {
        return type instanceof ColumnType.Text || (type instanceof ColumnType.VarChar(var length) && length >= 100);
    }

    /** Types whose text is not any text. */
    static boolean isSpelledOut(ColumnType type) {
        return type instanceof ColumnType.Uuid || type instanceof ColumnType.Json;
    }

    private static boolean isReadFromText(ColumnType type) {
        return RandomColumns.isText(type) || RandomColumns.isInteger(type);
    }

    static boolean isDay(ColumnType type) {
        return type instanceof ColumnType.Date
                || type instanceof ColumnType.Timestamp
                || type instanceof ColumnType.TimestampTz;
    }
}
