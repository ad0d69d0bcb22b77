package lamin.schema.internal.sqlite.introspect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.Token;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import org.jspecify.annotations.Nullable;

/** Parses column defaults as SQLite keeps them: the text of the statement. */
final class SqliteDefaults {
    private static final String NOW = "strftime('%y-%m-%d%h:%m:%f','now')";

    private static final List<String> CONSTANTS =
            List.of("true", "false", "current_date", "current_time", "current_timestamp");

    private SqliteDefaults() {}

    static @Nullable DefaultValue read(@Nullable String sql, ColumnType type) {
        if (sql == null) {
            return null;
        }
        var text = SqlTokens.unwrap(sql);
        if (text.equalsIgnoreCase("null")) {
            return null;
        }
        if (compact(text).equals(NOW)) {
            return new DefaultValue.Now();
        }
        return asBool(quoted(text), type);
    }

    /** Where a column is impossible, SQLite reads a quoted name as a string. */
    private static DefaultValue quoted(String text) {
        var tokens = SqlTokens.significant(text);
        return tokens.size() == 1 && isString(tokens.getFirst())
                ? new DefaultValue.Text(tokens.getFirst().identifier())
                : DefaultValue.parse(text);
    }

    private static boolean isString(Token token) {
        return token.isName() && CONSTANTS.stream().noneMatch(token::is);
    }

    private static DefaultValue asBool(DefaultValue value, ColumnType type) {
        if (!(type instanceof ColumnType.Bool) || !(value instanceof DefaultValue.Numeric(BigDecimal number))) {
            return value;
        }
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return DefaultValue.of(true);
        }
        return number.signum() == 0 ? DefaultValue.of(false) : value;
    }

    private static String compact(String text) {
        return SqlTokens.significant(text).stream()
                .map(Token::text)
                .collect(Collectors.joining())
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
    }
}
