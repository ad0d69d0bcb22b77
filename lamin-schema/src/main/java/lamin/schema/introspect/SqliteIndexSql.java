package lamin.schema.introspect;

import java.util.List;
import java.util.regex.Pattern;
import lamin.schema.sql.SqlTokens;
import lamin.schema.sql.TokenReader;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a {@code CREATE INDEX} statement tells.
 *
 * @param keys column names and expressions, without their order
 */
record SqliteIndexSql(List<String> keys, @Nullable String where) {
    private static final Pattern ORDER = Pattern.compile("(?i)\\s*\\b(asc|desc)(\\s+nulls\\s+(first|last))?$");

    static SqliteIndexSql parse(String createIndex) {
        var statement = new TokenReader(createIndex);
        statement.skipTo("on");
        statement.skipTo("(");
        var keys = SqlTokens.split(statement.group()).stream()
                .map(SqliteIndexSql::withoutOrder)
                .toList();
        return new SqliteIndexSql(keys, statement.accept("where") ? SqlTokens.unwrap(statement.rest()) : null);
    }

    private static String withoutOrder(String key) {
        return SqlTokens.unwrap(ORDER.matcher(SqlTokens.unwrap(key)).replaceFirst(""));
    }
}
