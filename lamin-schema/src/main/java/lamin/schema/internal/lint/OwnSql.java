package lamin.schema.internal.lint;

import java.util.List;
import java.util.Set;
import lamin.schema.internal.sql.SqlScript;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.Token;

/** Searches custom SQL for statements that lose rows. */
final class OwnSql {
    private static final Set<String> HOLDERS = Set.of("table", "column", "schema", "database");

    private OwnSql() {}

    static boolean losesRows(SqlScript sql) {
        var tokens = SqlTokens.significant(sql.text(), sql.syntax());
        for (int i = 0; i < tokens.size(); i++) {
            if (losesRows(tokens.subList(i, Math.min(i + 2, tokens.size())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean losesRows(List<Token> words) {
        var first = words.getFirst();
        var second = words.getLast();
        return first.is("truncate")
                || (first.is("delete") && second.is("from"))
                || (first.is("drop") && HOLDERS.stream().anyMatch(second::is));
    }
}
