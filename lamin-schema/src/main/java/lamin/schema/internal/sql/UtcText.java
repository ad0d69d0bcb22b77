package lamin.schema.internal.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as SQLite stores them: UTC, {@code YYYY-MM-DD HH:MM:SS.ffffff}, without the fraction when it is zero. The
 * driver's own timestamps support only milliseconds and misread six digits, so times are bound and read as this text.
 */
public final class UtcText {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
            .append(SECONDS)
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private UtcText() {}

    /**
     * The instant truncated to the precision of the database. Truncate before persisting, or the entity differs from
     * its row.
     */
    public static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    public static String format(Instant instant) {
        var kept = truncate(instant);
        boolean isWhole = kept.equals(kept.truncatedTo(ChronoUnit.SECONDS));
        return (isWhole ? SECONDS : MICROSECONDS).format(LocalDateTime.ofInstant(kept, ZoneOffset.UTC));
    }

    /** Parses zero to nine fractional digits: Python writes six or none, column defaults three. */
    public static Instant parse(String text) {
        try {
            return truncate(LocalDateTime.parse(text, ANY).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a time as 2026-01-31 23:59:59.123456, found: " + text, e);
        }
    }
}
