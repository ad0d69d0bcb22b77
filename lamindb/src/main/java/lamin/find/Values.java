package lamin.find;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import lamin.catalog.CatalogColumn;
import lamin.catalog.ColumnKind;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.RowValues;
import lamin.schema.internal.sql.UtcText;
import org.jspecify.annotations.Nullable;

/** Converts what users write to parameters of a column's type, and rows to values. */
final class Values {
    private final RowValues rowValues;
    /** Whether the database stores times as text. */
    private final boolean isTimeText;

    private Values(RowValues rowValues) {
        this.rowValues = rowValues;
        this.isTimeText = rowValues.parameter(Instant.EPOCH) instanceof String;
    }

    static Values of(Connection connection) throws SQLException {
        return new Values(DatabaseSystem.of(connection).rowValues());
    }

    /** A value for comparison with a column; refused if it is not of the column's type. */
    Object parameter(CatalogColumn column, Object value) {
        try {
            return switch (column.kind()) {
                case BOOLEAN -> bool(value);
                case INTEGER -> whole(value);
                case NUMBER -> Double.parseDouble(value.toString());
                case DATE -> date(value);
                case TIME -> rowValues.parameter(value instanceof Instant time ? time : instant(value.toString()));
                case LOCAL_TIME -> localTime(value);
                case TEXT, JSON, OTHER -> value.toString();
                case BYTES -> throw new IllegalArgumentException("bytes are not compared");
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "expected " + column.kind().description() + " for " + column.name() + ", found '" + value + "'",
                    e);
        }
    }

    private static Object bool(Object value) {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new IllegalArgumentException("not a truth value");
        };
    }

    private static Object whole(Object value) {
        return new BigDecimal(value.toString()).longValueExact();
    }

    private Object date(Object value) {
        var date = LocalDate.parse(value.toString());
        return isTimeText ? date.toString() : date;
    }

    private Object localTime(Object value) {
        var time = LocalDateTime.ofInstant(instant(value.toString()), ZoneOffset.UTC);
        return isTimeText ? UtcText.format(time.toInstant(ZoneOffset.UTC)) : time;
    }

    /** A date, or a date and a time of day with or without seconds; without a zone it is in UTC. */
    private static Instant instant(String text) {
        var iso = text.strip().replace(' ', 'T');
        if (!iso.contains("T")) {
            return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return iso.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    /** A column of the current row, as a value of Java. */
    @Nullable
    Object read(ResultSet rows, int place, ColumnKind kind) throws SQLException {
        var stored = rows.getObject(place);
        if (stored == null) {
            return null;
        }
        return switch (kind) {
            case BOOLEAN -> rows.getBoolean(place);
            case INTEGER -> stored instanceof Number number ? (Object) number.longValue() : stored.toString();
            case NUMBER -> stored instanceof Number number ? (Object) number : stored.toString();
            case BYTES -> rows.getBytes(place);
            case TIME -> stored instanceof Timestamp time ? time.toInstant() : instantOrText(stored.toString());
            case LOCAL_TIME -> stored instanceof Timestamp time ? time.toLocalDateTime() : stored.toString();
            case DATE, TEXT, JSON, OTHER -> rows.getString(place);
        };
    }

    /** SQLite stores any text in any column. */
    private static Object instantOrText(String text) {
        try {
            return UtcText.parse(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
