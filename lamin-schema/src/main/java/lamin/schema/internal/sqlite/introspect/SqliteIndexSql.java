package lamin.schema.internal.sqlite.introspect;

import java.util.List;
import lamin.schema.internal.sql.OrderedKey;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.TokenReader;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * The facts found only in the text of a {@code CREATE INDEX} statement.
 *
 * @param keys column names and expressions, without their order
 */
record SqliteIndexSql(List<String> keys, @Nullable SqlExpression where) {
    static SqliteIndexSql parse(String createIndex) {
        var statement = new TokenReader(createIndex, SqlSyntax.SQLITE);
        statement.skipTo("on");
        statement.skipTo("(");
        var keys = SqlTokens.split(statement.group(), SqlSyntax.SQLITE).stream()
                .map(key ->
                        SqlTokens.unwrap(OrderedKey.parse(SqlTokens.unwrap(key)).text()))
                .toList();
        return new SqliteIndexSql(keys, predicate(statement));
    }

    private static @Nullable SqlExpression predicate(TokenReader statement) {
        return statement.accept("where") ? SqlExpression.of(statement.rest()).unwrapped() : null;
    }
}
