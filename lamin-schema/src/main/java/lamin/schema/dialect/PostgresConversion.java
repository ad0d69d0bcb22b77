package lamin.schema.dialect;

import static lamin.schema.dialect.PostgresSql.name;
import static lamin.schema.sql.SqlTokens.literal;
import static lamin.schema.sql.SqlTokens.quote;

import java.util.List;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.TableName;

/** How a column's values come over to another type when the migration says no more than the type. */
final class PostgresConversion {
    private PostgresConversion() {}

    /** SQL that gives the new value. Times without a zone are taken to be UTC. */
    static String of(Column old, Column altered) {
        var column = quote(altered.name());
        if (old.type().equals(altered.type())) {
            return column;
        }
        if (isTimestamp(old.type()) && isTimestamp(altered.type())) {
            return column + " AT TIME ZONE 'UTC'";
        }
        // an explicit cast to varchar(n) would cut longer values off without a word
        return altered.type() instanceof ColumnType.VarChar
                ? column + "::text"
                : column + "::" + PostgresSql.type(altered.type());
    }

    /** A statement that fails where the cast would round or cut values off. */
    static List<String> guard(TableName table, Column old, Column altered) {
        if (!mayLose(old.type(), altered.type())) {
            return List.of();
        }
        var column = quote(altered.name());
        var there = column + "::" + PostgresSql.type(altered.type());
        var andBack = there + "::" + PostgresSql.type(old.type());
        var message = "values of %s.%s would be rounded or cut off as %s"
                .formatted(table, altered.name(), altered.type().display());
        return List.of(
                "DO $lamin$ BEGIN IF EXISTS (SELECT FROM %s WHERE %s IS DISTINCT FROM %s) THEN RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = %s; END IF; END $lamin$"
                        .formatted(name(table), andBack, column, literal(message)));
    }

    private static boolean mayLose(ColumnType from, ColumnType to) {
        boolean isRounded = isFractional(from) && isNumber(to);
        boolean isCut = isTimestamp(from) && (to instanceof ColumnType.Date || to instanceof ColumnType.Time);
        return !from.equals(to) && (isRounded || isCut);
    }

    private static boolean isTimestamp(ColumnType type) {
        return type instanceof ColumnType.Timestamp || type instanceof ColumnType.TimestampTz;
    }

    private static boolean isFractional(ColumnType type) {
        return type instanceof ColumnType.Decimal
                || type instanceof ColumnType.Float32
                || type instanceof ColumnType.Float64;
    }

    private static boolean isNumber(ColumnType type) {
        return isFractional(type)
                || type instanceof ColumnType.Int16
                || type instanceof ColumnType.Int32
                || type instanceof ColumnType.Int64;
    }
}
