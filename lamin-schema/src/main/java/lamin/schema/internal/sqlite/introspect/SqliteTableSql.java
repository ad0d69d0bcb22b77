package lamin.schema.internal.sqlite.introspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.TokenReader;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** The facts found only in the text of a {@code CREATE TABLE} statement, because SQLite's pragmas omit them. */
final class SqliteTableSql {
    private final List<Check> checks = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Unique> uniques = new ArrayList<>();
    private final Map<String, String> collations = new HashMap<>();
    private final Map<String, SqlExpression> generated = new HashMap<>();
    private @Nullable String primaryKeyName;

    record Check(@Nullable String name, SqlExpression expression) {
        /** Whether the check is worth parsing: most have names or are about something else. */
        boolean mayBeJson() {
            return name == null && expression.text().regionMatches(true, 0, "json_valid", 0, "json_valid".length());
        }
    }

    /** A foreign key. */
    record Reference(@Nullable String name, boolean deferred) {}

    record Unique(@Nullable String name, List<String> columns) {}

    private SqliteTableSql() {}

    static SqliteTableSql parse(String createTable) {
        var result = new SqliteTableSql();
        var statement = new TokenReader(createTable, SqlSyntax.SQLITE);
        statement.skipTo("(");
        SqlTokens.split(statement.group(), SqlSyntax.SQLITE).forEach(result::readItem);
        return result;
    }

    List<Check> checks() {
        return checks;
    }

    /** The foreign keys in source order. */
    List<Reference> references() {
        return references;
    }

    @Nullable
    String primaryKeyName() {
        return primaryKeyName;
    }

    @Nullable
    String uniqueName(List<String> columns) {
        return uniques.stream()
                .filter(unique -> unique.name() != null && equalIgnoringCase(unique.columns(), columns))
                .map(Unique::name)
                .findFirst()
                .orElse(null);
    }

    /** The collation that a column declares, without {@code BINARY}. */
    @Nullable
    String collation(String column) {
        var declared = collations.get(key(column));
        return declared == null || declared.equalsIgnoreCase("binary") ? null : declared;
    }

    @Nullable
    SqlExpression generatedAs(String column) {
        return generated.get(key(column));
    }

    private void readItem(String item) {
        var tokens = new TokenReader(item, SqlSyntax.SQLITE);
        var first = tokens.peek();
        if (first.is("constraint")
                || first.is("primary")
                || first.is("unique")
                || first.is("check")
                || first.is("foreign")) {
            new Item(tokens, "").readConstraints();
        } else {
            new Item(tokens, tokens.next().identifier()).readConstraints();
        }
    }

    /** A column with its constraints, or table constraints, several of which SQLite accepts without a comma. */
    private final class Item {
        private final TokenReader tokens;
        private final String column;
        private @Nullable String name;

        Item(TokenReader tokens, String column) {
            this.tokens = tokens;
            this.column = column;
        }

        void readConstraints() {
            while (!tokens.atEnd()) {
                var token = tokens.next();
                switch (token.isName() ? token.text().toLowerCase(Locale.ROOT) : "") {
                    case "constraint" -> name = tokens.next().identifier();
                    case "primary" -> readPrimaryKey();
                    case "unique" -> readUnique();
                    case "check" -> checks.add(new Check(takeName(), expression()));
                    case "foreign" -> skipColumns("key");
                    case "references" -> readReference();
                    case "default" -> skipDefault();
                    case "collate" -> collations.put(key(column), tokens.next().identifier());
                    case "as" -> generated.put(key(column), expression());
                    case "not", "null" -> name = null;
                    default -> {}
                }
            }
        }

        private SqlExpression expression() {
            return SqlExpression.of(tokens.group()).unwrapped();
        }

        private void readPrimaryKey() {
            primaryKeyName = takeName();
            skipColumns("key");
        }

        private void readUnique() {
            var columns = tokens.peek().is("(") ? columnNames(tokens.group()) : List.of(column);
            uniques.add(new Unique(takeName(), columns));
        }

        private void readReference() {
            tokens.next();
            skipColumns("");
            boolean deferred = false;
            for (boolean more = true; more; ) {
                if (tokens.accept("on")) {
                    skipAction();
                } else if (tokens.accept("match")) {
                    tokens.next();
                } else if (tokens.accept("deferrable")) {
                    deferred = tokens.accept("initially") && tokens.next().is("deferred");
                } else {
                    more = skipNotDeferrable();
                }
            }
            references.add(new Reference(takeName(), deferred));
        }

        private void skipAction() {
            tokens.next();
            if (!tokens.accept("set")) {
                tokens.accept("no");
            }
            tokens.next();
        }

        /** A NOT that is not followed by DEFERRABLE begins another constraint, which needs no name. */
        private boolean skipNotDeferrable() {
            if (!tokens.accept("not") || !tokens.accept("deferrable")) {
                return false;
            }
            if (tokens.accept("initially")) {
                tokens.next();
            }
            return true;
        }

        private void skipDefault() {
            name = null;
            if (tokens.peek().is("(")) {
                tokens.group();
                return;
            }
            if (!tokens.accept("-")) {
                tokens.accept("+");
            }
            tokens.next();
        }

        private void skipColumns(String keyword) {
            tokens.accept(keyword);
            if (tokens.peek().is("(")) {
                tokens.group();
            }
        }

        private @Nullable String takeName() {
            var taken = name;
            name = null;
            return taken;
        }
    }

    private static List<String> columnNames(String list) {
        return SqlTokens.split(list, SqlSyntax.SQLITE).stream()
                .map(column -> new TokenReader(column, SqlSyntax.SQLITE).next().identifier())
                .toList();
    }

    private static boolean equalIgnoringCase(List<String> some, List<String> others) {
        return some.stream()
                .map(SqliteTableSql::key)
                .toList()
                .equals(others.stream().map(SqliteTableSql::key).toList());
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}
