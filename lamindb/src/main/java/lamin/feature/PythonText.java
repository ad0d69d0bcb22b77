package lamin.feature;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import lnschema_core.Md5;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as Python writes them: values are shared between artifacts by a hash of that text, so it has to be the same
 * in both languages. A value is null, a boolean, a Long or BigInteger, a Double, a String, a List or a Map.
 */
final class PythonText {
    private static final int MOST_PLAIN_DIGITS = 16;
    private static final int MOST_LEADING_ZEROS = 3;

    private PythonText() {}

    /** The hash by which LaminDB finds an equal value of the same feature. */
    static String hash(Object value) {
        return Md5.base64(
                switch (value) {
                    case String text -> text;
                    case Map<?, ?> map -> json(sorted(map));
                    default -> repr(value);
                });
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, @Nullable Object>();
                map.forEach((key, each) -> sorted.put(String.valueOf(key), each == null ? null : sorted(each)));
                yield sorted;
            }
            case List<?> list ->
                list.stream()
                        .map(each -> each == null ? Null.NULL : sorted(each))
                        .toList();
            default -> value;
        };
    }

    /** Null in a list, which cannot hold it. */
    private enum Null {
        NULL
    }

    /** What {@code json.dumps} gives. */
    static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Null ignored -> "null";
            case Boolean bool -> bool.toString();
            case Double number -> number(number);
            case Number number -> number.toString();
            case List<?> list -> joined("[", list.iterator(), PythonText::json, "]");
            case Map<?, ?> map ->
                joined(
                        "{",
                        map.entrySet().iterator(),
                        entry -> quotedJson(String.valueOf(entry.getKey())) + ": " + json(entry.getValue()),
                        "}");
            default -> quotedJson(value.toString());
        };
    }

    /** What {@code repr} gives. */
    private static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean bool -> bool ? "True" : "False";
            case Double number -> number(number);
            case Number number -> number.toString();
            case List<?> list -> joined("[", list.iterator(), PythonText::repr, "]");
            case Map<?, ?> map ->
                joined(
                        "{",
                        map.entrySet().iterator(),
                        entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()),
                        "}");
            default -> quoted(value.toString());
        };
    }

    private static <T> String joined(String open, Iterator<T> parts, Function<T, String> text, String close) {
        var joined = new StringBuilder(open);
        while (parts.hasNext()) {
            joined.append(text.apply(parts.next()));
            if (parts.hasNext()) {
                joined.append(", ");
            }
        }
        return joined.append(close).toString();
    }

    /** The shortest digits that give the same number back, in Python's notation. */
    static String number(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var digits = decimal.unscaledValue().abs().toString();
        int point = digits.length() - decimal.scale();
        var sign = value < 0 ? "-" : "";
        return point > MOST_PLAIN_DIGITS || point < -MOST_LEADING_ZEROS
                ? sign + scientific(digits, point - 1)
                : sign + plain(decimal.abs());
    }

    private static String plain(BigDecimal decimal) {
        return decimal.scale() <= 0 ? decimal.toBigInteger() + ".0" : decimal.toPlainString();
    }

    private static String scientific(String digits, int exponent) {
        var mantissa = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "");
        var size = Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    private static String quotedJson(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(jsonCharacter((char) c)));
        return quoted.append('"').toString();
    }

    private static String jsonCharacter(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> c >= ' ' && c < 127 ? String.valueOf(c) : "\\u%04x".formatted((int) c);
        };
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        var quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> quoted.append(c == quote ? "\\" + quote : character(c)));
        return quoted.append(quote).toString();
    }

    private static String character(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrintable(c) ? Character.toString(c) : escaped(c);
        };
    }

    private static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }

    private static String escaped(int c) {
        return c < 0x100 ? "\\x%02x".formatted(c) : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    }
}
