package lamin.feature;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lamin.feature.Dtype.Categorical;
import lamin.feature.Dtype.ListOf;
import lamin.feature.Dtype.Simple;
import org.jspecify.annotations.Nullable;

/** Values that are not in a registry, as LaminDB stores them in JSON and as Java has them. */
public final class PlainValues {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final String UTC = "+00:00";

    private PlainValues() {}

    /** A value in JSON, with the hash by which an equal value is found. */
    public record Stored(String json, String hash) {}

    /** Empty if a value does not have the type. Texts are parsed. */
    public static Optional<Stored> stored(Dtype type, Object value) {
        return converted(type, value).map(plain -> new Stored(PythonText.json(plain), PythonText.hash(plain)));
    }

    private static Optional<Object> converted(Dtype type, Object value) {
        return switch (type) {
            case Simple simple -> simple(simple, value);
            case ListOf(var element) -> list(element, value);
            case Categorical ignored -> Optional.empty();
        };
    }

    private static Optional<Object> list(Dtype element, Object value) {
        var items = value instanceof CharSequence text
                ? JsonValues.parse(text.toString()).orElse(List.of(text.toString()))
                : value;
        if (!(items instanceof Collection<?> collection)) {
            return Optional.empty();
        }
        var converted = new ArrayList<Object>();
        for (var item : collection) {
            var one = item == null ? Optional.<Object>empty() : converted(element, item);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            converted.add(one.get());
        }
        return Optional.of(converted);
    }

    private static Optional<Object> simple(Simple type, Object value) {
        if (value instanceof CharSequence text) {
            return SimpleText.parse(type, text.toString()).map(PlainValues::plain);
        }
        return switch (type) {
            case INT -> integer(value);
            case FLOAT -> number(value);
            case NUM -> integer(value).or(() -> number(value));
            case BOOL -> Optional.of(value).filter(Boolean.class::isInstance);
            case STR, URL -> Optional.empty();
            case PATH -> value instanceof Path path ? Optional.of(slashed(path)) : Optional.empty();
            case DATE -> value instanceof LocalDate date ? Optional.of(date.toString()) : Optional.empty();
            case DATETIME -> time(value);
            case DATETIME_UTC -> zoned(value);
            case DICT -> value instanceof Map<?, ?> ? Optional.of(plain(value)) : Optional.empty();
            case OBJECT -> Optional.of(plain(value));
        };
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static Optional<Object> integer(Object value) {
        return switch (value) {
            case Long number -> Optional.of(number);
            case Integer number -> Optional.of(number.longValue());
            case Short number -> Optional.of(number.longValue());
            case Byte number -> Optional.of(number.longValue());
            case BigInteger number -> Optional.of(number);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> number(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }

    private static Optional<Object> time(Object value) {
        return switch (value) {
            case LocalDateTime time -> Optional.of(text(time));
            case Instant instant -> Optional.of(text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> zoned(Object value) {
        return switch (value) {
            case Instant instant -> Optional.of(text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + UTC);
            case OffsetDateTime time -> Optional.of(text(time));
            case ZonedDateTime time -> Optional.of(text(time.toOffsetDateTime()));
            default -> Optional.empty();
        };
    }

    private static String text(OffsetDateTime time) {
        var offset = time.getOffset().getId();
        return text(time.toLocalDateTime()) + (offset.equals("Z") ? UTC : offset);
    }

    /** Python's {@code isoformat()}. */
    private static String text(LocalDateTime time) {
        var kept = time.truncatedTo(ChronoUnit.MICROS);
        var isWhole = kept.equals(kept.truncatedTo(ChronoUnit.SECONDS));
        return (isWhole ? SECONDS : MICROSECONDS).format(kept);
    }

    /** As JSON can have it. */
    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, each) -> plain.put(String.valueOf(key), each == null ? null : plain(each)));
                yield plain;
            }
            case Collection<?> items -> {
                var plain = new ArrayList<@Nullable Object>();
                items.forEach(each -> plain.add(each == null ? null : plain(each)));
                yield plain;
            }
            case Boolean bool -> bool;
            case LocalDateTime time -> text(time);
            case OffsetDateTime time -> text(time);
            default -> integer(value).or(() -> number(value)).orElseGet(value::toString);
        };
    }

    /**
     * A stored value: Long or BigInteger, Double, Boolean, String, LocalDate, LocalDateTime, OffsetDateTime, List or Map.
     * What does not have the type is returned as it is in JSON.
     */
    public static Object read(Dtype type, String json) {
        var value = JsonValues.parse(json).orElse("null");
        return switch (type) {
            case Simple simple -> read(simple, value);
            case ListOf(Simple element)
            when value instanceof List<?> list ->
                list.stream()
                        .map(each -> each == null ? "null" : read(element, each))
                        .toList();
            case ListOf ignored -> value;
            case Categorical ignored -> value;
        };
    }

    private static Object read(Simple type, Object value) {
        return switch (type) {
            case DATE, DATETIME, DATETIME_UTC ->
                value instanceof String text ? SimpleText.parse(type, text).orElse(value) : value;
            case FLOAT -> value instanceof Number number ? number.doubleValue() : value;
            default -> value;
        };
    }
}
