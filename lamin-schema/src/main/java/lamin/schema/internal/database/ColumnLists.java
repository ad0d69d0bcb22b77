package lamin.schema.internal.database;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.model.Index;

/** Formats lists of columns and keys, which are the same in all databases. */
public final class ColumnLists {
    private ColumnLists() {}

    public static String columns(List<String> columns) {
        return columns.stream().map(column -> quote(column)).collect(Collectors.joining(", "));
    }

    public static String keys(Index index) {
        return index.keys().stream()
                .map(key -> sql(key) + (key.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String sql(Index.Key key) {
        return switch (key) {
            case Index.Key.OnColumn(var column, var ignored) -> quote(column);
            case Index.Key.OnExpression(var expression, var ignored) -> expression.parenthesized();
        };
    }
}
