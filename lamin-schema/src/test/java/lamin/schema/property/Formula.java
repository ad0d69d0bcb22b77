package lamin.schema.property;

import java.util.List;
import java.util.Set;
import lamin.schema.internal.sql.SqlTokens;

/**
 * SQL over columns, which it mentions by what they are, not by what they are called.
 *
 * @param pattern with {@code %1$s} for the first column
 */
record Formula(String pattern, List<DraftColumn> columns) {
    private static final Set<String> KEYWORDS =
            Set.of("order", "group", "check", "user", "index", "default", "end", "case", "cast", "as", "and", "null");

    Formula {
        columns = List.copyOf(columns);
    }

    static Formula of(String pattern, DraftColumn... columns) {
        return new Formula(pattern, List.of(columns));
    }

    /** As an author writes it, names in quotes where they must be. */
    String sql() {
        return pattern.formatted(
                columns.stream().map(column -> name(column.name)).toArray());
    }

    private static String name(String column) {
        return column.matches("[a-z_]+") && !KEYWORDS.contains(column) ? column : SqlTokens.quote(column);
    }
}
