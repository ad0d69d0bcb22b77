package lamin.schema.internal.postgres.translation;

import static lamin.schema.internal.postgres.translation.PostgresSql.name;
import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.List;
import java.util.Optional;
import lamin.schema.internal.database.TypeKind;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.TableName;

/** Converts a column's values to another type if the migration specifies only the type. */
final class PostgresConversion {
    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
    private static final String TIME = "\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?";
    private static final String ZONE = "(Z|[+-]\\d\\d(:?\\d\\d)?)?";

    /** How Hibernate stores a {@code @Lob}: the number of an object that is kept apart from the row. */
    private static final ColumnType LARGE_OBJECT = new ColumnType.Other("oid");

    private PostgresConversion() {}

    /** SQL that computes the new value. Times without a zone are taken as UTC. */
    static String of(Column old, Column altered) {
        var column = quote(altered.name());
        if (old.type().equals(altered.type())) {
            return column;
        }
        if (TypeKind.isTimestamp(old.type()) && TypeKind.isTimestamp(altered.type())) {
            return column + " AT TIME ZONE 'UTC'";
        }
        if (old.type().equals(LARGE_OBJECT)) {
            return ofLargeObject(column, altered.type());
        }
        if (TypeKind.isText(old.type()) && altered.type() instanceof ColumnType.Bytes) {
            // a cast reads a backslash as the beginning of an escape
            return "convert_to(" + column + ", 'UTF8')";
        }
        if (!(altered.type() instanceof ColumnType.VarChar)) {
            return cast(column, old.type(), altered.type());
        }
        // an explicit cast to varchar(n) would silently truncate longer values; one to text rewrites the table
        return TypeKind.isText(old.type()) ? column : column + "::text";
    }

    /** The content of the object, not its number. The object itself stays. */
    private static String ofLargeObject(String column, ColumnType type) {
        var bytes = "lo_get(" + column + ")";
        if (type instanceof ColumnType.Bytes) {
            return bytes;
        }
        return TypeKind.isText(type) || type instanceof ColumnType.Json
                ? "convert_from(" + bytes + ", 'UTF8')" + (type instanceof ColumnType.Json ? "::jsonb" : "")
                : column + "::bigint";
    }

    /** A statement that fails where the cast would round or truncate values or read text in another format. */
    static List<String> guard(TableName table, Column old, Column altered) {
        return lost(old, altered)
                .map(condition -> List.of(
                        "DO $lamin$ BEGIN IF EXISTS (SELECT FROM %s WHERE %s) THEN RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = %s; END IF; END $lamin$"
                                .formatted(name(table), condition, literal(message(table, altered)))))
                .orElse(List.of());
    }

    private static String message(TableName table, Column altered) {
        return "values of %s.%s would be rounded or cut off as %s"
                .formatted(table, altered.name(), altered.type().display());
    }

    /** A condition for rows whose value would not be converted without loss. */
    static Optional<String> lost(Column old, Column altered) {
        var column = quote(altered.name());
        var from = old.type();
        var to = altered.type();
        if (from.equals(to)) {
            return Optional.empty();
        }
        if (TypeKind.isText(from)) {
            return lostFromText(from, column, to);
        }
        if (TypeKind.isTimestamp(from) && to instanceof ColumnType.Time) {
            return Optional.of(column + " IS NOT NULL");
        }
        var andBack = cast(cast(column, from, to), to, from);
        return mayLose(from, to) ? Optional.of(andBack + " IS DISTINCT FROM " + column) : Optional.empty();
    }

    private static boolean mayLose(ColumnType from, ColumnType to) {
        boolean isFraction = TypeKind.isFractional(from) && TypeKind.isNumber(to);
        boolean isLargeInteger = TypeKind.isInteger(from) && TypeKind.isFloat(to);
        boolean isNeitherZeroNorOne = TypeKind.isNumber(from) && to instanceof ColumnType.Bool;
        boolean isCut = TypeKind.isTimestamp(from) && to instanceof ColumnType.Date;
        return isFraction || isLargeInteger || isNeitherZeroNorOne || isCut;
    }

    private static Optional<String> lostFromText(ColumnType from, String column, ColumnType to) {
        if (TypeKind.isNumber(to)) {
            var andBack = cast(column, from, to) + "::text";
            return Optional.of(withoutLastZeros(andBack) + " IS DISTINCT FROM " + withoutLastZeros(column));
        }
        if (to instanceof ColumnType.VarChar(var length)) {
            boolean fits = from instanceof ColumnType.VarChar(var now) && now <= length;
            return fits ? Optional.empty() : Optional.of(spacesBeyond(column, length));
        }
        if (to instanceof ColumnType.Json) {
            return Optional.of(repeatsKey(column));
        }
        return format(to).map(format -> column + " !~ " + literal("^" + format + "$"));
    }

    /** If an object repeats a key, jsonb keeps only the last value. */
    private static String repeatsKey(String column) {
        return """
                EXISTS (WITH RECURSIVE part(value) AS (SELECT %s::json UNION ALL SELECT inside.value FROM part,
                LATERAL (SELECT value FROM json_each(CASE json_typeof(part.value) WHEN 'object' THEN part.value END)
                UNION ALL SELECT value FROM json_array_elements(CASE json_typeof(part.value) WHEN 'array' THEN part.value END)) inside)
                SELECT FROM part WHERE json_typeof(value) = 'object'
                AND (SELECT count(*) > count(DISTINCT key) FROM json_object_keys(value) key))""".replace('\n', ' ').formatted(column);
    }

    /** PostgreSQL silently truncates only trailing spaces. */
    private static String spacesBeyond(String column, int length) {
        return "length(%1$s) > %2$d AND length(rtrim(%1$s)) <= %2$d".formatted(column, length);
    }

    /** Dates and times in standard format: the reading of other formats depends on the session's settings. */
    private static Optional<String> format(ColumnType type) {
        if (type instanceof ColumnType.Date) {
            return Optional.of(DAY);
        }
        if (type instanceof ColumnType.Time) {
            return Optional.of(TIME);
        }
        return TypeKind.isTimestamp(type)
                ? Optional.of(DAY + "([ T]" + TIME + (type instanceof ColumnType.TimestampTz ? ZONE : "") + ")?")
                : Optional.empty();
    }

    /** PostgreSQL converts booleans only to and from integers, and reads every integer except 0 as true. */
    private static String cast(String value, ColumnType from, ColumnType to) {
        if (TypeKind.isNumber(from) && to instanceof ColumnType.Bool) {
            return "(" + value + " <> 0)";
        }
        boolean isTruth = from instanceof ColumnType.Bool && TypeKind.isNumber(to);
        return value + (isTruth ? "::integer" : "") + "::" + PostgresSql.type(to);
    }

    private static String withoutLastZeros(String number) {
        return "CASE WHEN strpos(%1$s, '.') > 0 THEN rtrim(rtrim(%1$s, '0'), '.') ELSE %1$s END".formatted(number);
    }
}
