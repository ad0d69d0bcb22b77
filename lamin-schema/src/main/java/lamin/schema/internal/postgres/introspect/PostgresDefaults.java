package lamin.schema.internal.postgres.introspect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/** Column defaults as PostgreSQL's {@code pg_get_expr} prints them. */
final class PostgresDefaults {
    private static final Pattern CAST_LITERAL =
            Pattern.compile("(?s)(E?'(?:[^']|'')*'|\\(?-?[\\d.]+\\)?|NULL)((?:::[\\w .\"(),\\[\\]]+)+)");

    private PostgresDefaults() {}

    static @Nullable DefaultValue read(@Nullable String sql, ColumnType type) {
        if (sql == null) {
            return null;
        }
        var literal = unescaped(withoutCast(SqlTokens.unwrap(sql)));
        return switch (literal.toLowerCase(Locale.ROOT)) {
            case "null" -> null;
            // the form that Django uses
            case "statement_timestamp()" -> new DefaultValue.Now();
            default -> asNumber(DefaultValue.parse(literal), type);
        };
    }

    /** Whether the default takes the next number of a sequence, like a serial column. */
    static boolean isSequence(@Nullable String sql) {
        return sql != null && sql.startsWith("nextval(");
    }

    private static String withoutCast(String sql) {
        var cast = CAST_LITERAL.matcher(sql);
        return cast.matches() ? SqlTokens.unwrap(cast.group(1)) : sql;
    }

    /** PostgreSQL prints a string with a backslash as {@code E'a\\b'}. */
    private static String unescaped(String literal) {
        return literal.startsWith("E'") ? literal.substring(1).replace("\\\\", "\\") : literal;
    }

    /** PostgreSQL prints some numbers as strings with a cast. */
    private static DefaultValue asNumber(DefaultValue value, ColumnType type) {
        return value instanceof DefaultValue.Text(String text)
                        && isNumeric(type)
                        && DefaultValue.NUMBER.matcher(text).matches()
                ? new DefaultValue.Numeric(new BigDecimal(text))
                : value;
    }

    private static boolean isNumeric(ColumnType type) {
        return switch (type) {
            case ColumnType.Int16 ignored -> true;
            case ColumnType.Int32 ignored -> true;
            case ColumnType.Int64 ignored -> true;
            case ColumnType.Decimal ignored -> true;
            case ColumnType.Float32 ignored -> true;
            case ColumnType.Float64 ignored -> true;
            case ColumnType.Other(var sql) ->
                sql.on(DatabaseSql.POSTGRESQL).orElse("").equals("numeric");
            case ColumnType.Bool ignored -> false;
            case ColumnType.VarChar ignored -> false;
            case ColumnType.Text ignored -> false;
            case ColumnType.Bytes ignored -> false;
            case ColumnType.Date ignored -> false;
            case ColumnType.Time ignored -> false;
            case ColumnType.Timestamp ignored -> false;
            case ColumnType.TimestampTz ignored -> false;
            case ColumnType.Uuid ignored -> false;
            case ColumnType.Json ignored -> false;
        };
    }
}
