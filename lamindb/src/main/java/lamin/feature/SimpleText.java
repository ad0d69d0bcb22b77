package lamin.feature;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.feature.Dtype.Simple;

/** Texts of simple values, as they are in tables and on command lines. */
public final class SimpleText {
    private static final int MOST_DIGITS_OF_LONG = 18;
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?");
    private static final Pattern ZONE = Pattern.compile("(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)");
    private static final Pattern ZONED = Pattern.compile("(" + TIME + ")(" + ZONE + ")");

    private static final Pattern CODE = Pattern.compile("[+-]?0[0-9].*");

    private SimpleText() {}

    /**
     * The value of a text: Long or BigInteger, Double, Boolean, String, LocalDate, LocalDateTime, OffsetDateTime or Map;
     * empty if it is not a text of this type.
     */
    public static Optional<Object> parse(Simple type, String text) {
        return switch (type) {
            case INT -> integer(text);
            case FLOAT -> number(text);
            case NUM -> integer(text).or(() -> number(text));
            case BOOL -> bool(text);
            case STR, PATH, URL -> Optional.of(text);
            case DATE -> date(text);
            case DATETIME -> time(text);
            case DATETIME_UTC -> zoned(text);
            case DICT -> JsonValues.parse(text).filter(Map.class::isInstance);
            case OBJECT -> JsonValues.parse(text);
        };
    }

    /** The type that a text seems to have, otherwise a string. */
    public static Simple typeOf(String text) {
        return Stream.of(
                        Simple.BOOL,
                        Simple.INT,
                        Simple.FLOAT,
                        Simple.DATE,
                        Simple.DATETIME_UTC,
                        Simple.DATETIME,
                        Simple.DICT)
                .filter(type -> isLike(type, text))
                .findFirst()
                .orElse(Simple.STR);
    }

    /** Whether a text seems to be of a type: numbers with leading zeros are codes, although they can be parsed. */
    public static boolean isLike(Simple type, String text) {
        var isNumber = type == Simple.INT || type == Simple.FLOAT || type == Simple.NUM;
        return parse(type, text).isPresent() && !(isNumber && CODE.matcher(text).matches());
    }

    private static Optional<Object> integer(String text) {
        if (!isInteger(text)) {
            return Optional.empty();
        }
        if (text.length() <= MOST_DIGITS_OF_LONG) {
            return Optional.of(Long.parseLong(text));
        }
        var number = new BigInteger(text);
        return Optional.of(number.bitLength() < Long.SIZE ? number.longValue() : number);
    }

    /** Tables have very many of them, so no regular expression is used. */
    private static boolean isInteger(String text) {
        int start = !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
        return text.length() > start && countDigits(text, start) == text.length() - start;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static int countDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - start;
    }

    private static boolean isNumber(String text) {
        int start = !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
        int digits = countDigits(text, start);
        int end = start + digits;
        if (end < text.length() && text.charAt(end) == '.') {
            int decimals = countDigits(text, end + 1);
            digits += decimals;
            end += 1 + decimals;
        }
        return digits > 0 && (end == text.length() || isExponent(text, end));
    }

    private static boolean isExponent(String text, int start) {
        return (text.charAt(start) == 'e' || text.charAt(start) == 'E') && isInteger(text.substring(start + 1));
    }

    private static Optional<Object> number(String text) {
        return isNumber(text)
                ? Optional.<Object>of(Double.parseDouble(text)).filter(number -> Double.isFinite((Double) number))
                : Optional.empty();
    }

    /** An integer that may be written with a fraction of zero. */
    public static Optional<Object> wholeNumber(String text) {
        if (!isNumber(text)) {
            return Optional.empty();
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() <= 0 && number.precision() - number.scale() < 400
                ? integer(number.toBigInteger().toString())
                : Optional.empty();
    }

    private static Optional<Object> bool(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> date(String text) {
        try {
            return isDate(text) ? Optional.of(localDate(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isDate(String text) {
        return text.length() == 10
                && countDigits(text, 0) == 4
                && text.charAt(4) == '-'
                && countDigits(text, 5) == 2
                && text.charAt(7) == '-'
                && countDigits(text, 8) == 2;
    }

    private static LocalDate localDate(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    private static Optional<Object> time(String text) {
        try {
            if (isDate(text)) {
                return Optional.of(localDate(text).atStartOfDay());
            }
            return TIME.matcher(text).matches() ? Optional.of(local(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T').replace(',', '.'));
    }

    private static Optional<Object> zoned(String text) {
        var matcher = ZONED.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(OffsetDateTime.of(local(matcher.group(1)), ZoneOffset.of(matcher.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
