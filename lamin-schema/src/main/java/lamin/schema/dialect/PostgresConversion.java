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
        if (TypeKind.isTimestamp(old.type()) && TypeKind.isTimestamp(altered.type())) {
            return column + " AT TIME ZONE 'UTC'";
        }
        if (!(altered.type() instanceof ColumnType.VarChar)) {
            return cast(column, old.type(), altered.type());
        }
        // an explicit cast to varchar(n) would cut longer values off without a word; one to text rewrites the table
        return TypeKind.isText(old.type()) ? column : column + "::text";
    }

    /** PostgreSQL knows booleans only as integers, and takes any but 0 for true. */
    private static String cast(String value, ColumnType from, ColumnType to) {
        if (TypeKind.isNumber(from) && to instanceof ColumnType.Bool) {
            return "(" + value + " <> 0)";
        }
        boolean isTruth = from instanceof ColumnType.Bool && TypeKind.isNumber(to);
        return value + (isTruth ? "::integer" : "") + "::" + PostgresSql.type(to);
    }

    /** A statement that fails where the cast would round values, cut them off or read text as a number that is written otherwise. */
    static List<String> guard(TableName table, Column old, Column altered) {
        if (!mayLose(old.type(), altered.type())) {
            return List.of();
        }
        var column = quote(altered.name());
        boolean isText = TypeKind.isText(old.type());
        var there = cast(column, old.type(), altered.type());
        var andBack = isText ? there + "::text" : cast(there, altered.type(), old.type());
        var message = "values of %s.%s would be rounded or cut off as %s"
                .formatted(table, altered.name(), altered.type().display());
        return List.of(
                "DO $lamin$ BEGIN IF EXISTS (SELECT FROM %s WHERE %s IS DISTINCT FROM %s) THEN RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = %s; END IF; END $lamin$"
                        .formatted(
                                name(table),
                                isText ? withoutLastZeros(andBack) : andBack,
                                isText ? withoutLastZeros(column) : column,
                                literal(message)));
    }

    private static String withoutLastZeros(String number) {
        return "CASE WHEN strpos(%1$s, '.') > 0 THEN rtrim(rtrim(%1$s, '0'), '.') ELSE %1$s END".formatted(number);
    }

    private static boolean mayLose(ColumnType from, ColumnType to) {
        boolean isRounded = TypeKind.isFractional(from) && TypeKind.isNumber(to);
        boolean isCut = TypeKind.isTimestamp(from) && (to instanceof ColumnType.Date || to instanceof ColumnType.Time);
        boolean isRead = TypeKind.isText(from) && TypeKind.isNumber(to);
        boolean isJudged = TypeKind.isNumber(from) && to instanceof ColumnType.Bool;
        return !from.equals(to) && (isRounded || isCut || isRead || isJudged);
    }
}
