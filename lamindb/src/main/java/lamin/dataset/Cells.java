package lamin.dataset;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.feature.Dtype;
import lamin.feature.Dtype.Categorical;
import lamin.feature.Dtype.ListOf;
import lamin.feature.Dtype.Simple;
import lamin.feature.SimpleText;
import lamin.tablefile.ColumnType;
import org.jspecify.annotations.Nullable;

/** Cells of a table as values of a type. */
final class Cells {
    /** What people and programs write for a missing number or time. As a text or a category, each may be a value. */
    private static final Set<String> MISSING = Set.of("NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None");

    private Cells() {}

    /** Whether a cell is empty. A text of a column of texts stands for a value; in another column it is the value. */
    static boolean isMissing(Dtype type, ColumnType column, @Nullable Object cell) {
        return switch (column) {
            case ColumnType.Text ignored ->
                cell == null || (cell instanceof CharSequence text && isMissing(type, text.toString()));
            case ColumnType.Values ignored -> cell == null || (cell instanceof Double number && number.isNaN());
            case ColumnType.Other ignored -> cell == null;
        };
    }

    private static boolean isMissing(Dtype type, String text) {
        return text.isEmpty()
                || switch (type) {
                    case Simple.STR, Simple.PATH, Simple.URL -> false;
                    case Simple ignored -> MISSING.contains(text);
                    case ListOf ignored -> MISSING.contains(text);
                    case Categorical ignored -> false;
                };
    }

    /** Whether a cell that is not missing has a simple type. */
    static boolean fits(Simple type, Object cell, boolean isCoerced) {
        return cell instanceof CharSequence text
                ? fitsText(type, text.toString(), isCoerced)
                : fitsValue(type, cell, isCoerced);
    }

    private static boolean fitsText(Simple type, String text, boolean isCoerced) {
        return SimpleText.parse(type, text).isPresent()
                || (isCoerced
                        && type == Simple.INT
                        && SimpleText.wholeNumber(text).isPresent())
                || (isCoerced && type == Simple.BOOL && (text.equals("0") || text.equals("1")));
    }

    private static boolean fitsValue(Simple type, Object value, boolean isCoerced) {
        var isInteger = value instanceof Long || value instanceof Integer || value instanceof BigInteger;
        return switch (type) {
            case INT -> isInteger || (isCoerced && value instanceof Double number && number == Math.rint(number));
            case FLOAT, NUM -> value instanceof Number;
            case BOOL -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate || (isCoerced && value instanceof LocalDateTime);
            case DATETIME -> value instanceof LocalDateTime || (isCoerced && value instanceof Temporal);
            case DATETIME_UTC -> value instanceof OffsetDateTime || (isCoerced && value instanceof LocalDateTime);
            case DICT -> value instanceof Map;
            case OBJECT -> true;
            case STR, PATH, URL -> false;
        };
    }

    /** The items of a list: of a JSON array, if it is a text. Empty if the cell is not a list. */
    static Optional<List<?>> items(Object cell) {
        var value = cell instanceof CharSequence text
                ? SimpleText.parse(Simple.OBJECT, text.toString()).orElse(cell)
                : cell;
        return value instanceof List<?> list ? Optional.of(list) : Optional.empty();
    }
}
