package lamin.schema.sql;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.ExpressionParser;
import lamin.schema.internal.sql.Keywords;
import lamin.schema.internal.sql.Role;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.Token;
import lamin.schema.internal.sql.TokenRoles;
import lamin.schema.internal.sql.UnclearSqlException;

/**
 * An SQL expression over the columns of one table: a check, a generated column, the key or the predicate of an index, a
 * default. It distinguishes columns from functions, types and keywords by position, so {@code length(name) < length}
 * mentions the column {@code length} once. Where the position is ambiguous, methods that depend on it throw
 * {@link UnclearSqlException}.
 *
 * @param text as its author or the database wrote it
 */
public record SqlExpression(String text) {
    public SqlExpression {
        text = withoutLastComment(text);
    }

    /** A trailing line comment would swallow the parenthesis that follows it in a statement. */
    private static String withoutLastComment(String text) {
        if (!text.contains("--")) {
            return text;
        }
        var tokens = SqlTokens.of(text);
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).isBlank()) {
            end--;
        }
        return end == tokens.size()
                ? text
                : tokens.subList(0, end).stream().map(Token::text).collect(Collectors.joining());
    }

    public static SqlExpression of(String text) {
        return new SqlExpression(text);
    }

    /** The columns it mentions; unquoted names as written. */
    public Set<String> columns() {
        var roles = roles();
        var columns = new TreeSet<String>();
        for (int i = 0; i < roles.tokens().size(); i++) {
            if (roles.of(i) == Role.UNCLEAR) {
                throw UnclearSqlException.of(text, roles.tokens().get(i));
            }
            if (roles.of(i) == Role.COLUMN) {
                columns.add(roles.tokens().get(i).identifier());
            }
        }
        return columns;
    }

    /** Whether it mentions the column. */
    public boolean mentions(String column) {
        return mayMention(column) && !positions(column, Role.COLUMN).isEmpty();
    }

    /** Whether it contains a name or word spelled like the column, whatever its role; never unclear. */
    public boolean mayMention(String column) {
        return SqlTokens.of(text).stream().anyMatch(token -> token.names(column) || token.hasEscapes());
    }

    /** The expression with each mention of a column replaced; the new name is quoted if necessary. */
    public SqlExpression renamed(String column, String newName) {
        return mayMention(column) ? replaced(column, newName, Role.COLUMN) : this;
    }

    /** The expression with each mention of the table before a dot replaced. */
    public SqlExpression ofRenamedTable(String table, String newName) {
        return mayMention(table) ? replaced(table, newName, Role.QUALIFIER) : this;
    }

    private SqlExpression replaced(String name, String newName, Role role) {
        var positions = positions(name, role);
        var tokens = SqlTokens.of(text);
        var result = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            result.append(
                    positions.contains(i)
                            ? spelled(newName, tokens.get(i))
                            : tokens.get(i).text());
        }
        return new SqlExpression(result.toString());
    }

    /** Quoted if necessary, or if the author quoted without need. */
    private static String spelled(String newName, Token old) {
        boolean byChoice = old.kind() == Token.Kind.QUOTED_NAME && !Keywords.mustBeQuoted(old.identifier());
        return byChoice || Keywords.mustBeQuoted(newName) ? SqlTokens.quote(newName) : newName;
    }

    /** The indexes of the tokens with this name and role. */
    private List<Integer> positions(String name, Role role) {
        var roles = roles();
        return roles.matching((token, found) -> {
            boolean named = token.names(name);
            if (found == Role.UNCLEAR && (named || token.hasEscapes())) {
                throw UnclearSqlException.of(text, token);
            }
            return named && found == role;
        });
    }

    /**
     * A common form of equivalent expressions: words in lower case, single spaces, only necessary parentheses, values
     * of IN sorted. For comparison, not for execution.
     */
    public SqlExpression normal() {
        return new SqlExpression(ExpressionParser.normal(text, true));
    }

    /**
     * The normal form without casts. PostgreSQL adds casts when it prints an expression: {@code kind in ('a', 'b')} for
     * {@code ((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))}.
     */
    public SqlExpression normalWithoutCasts() {
        return new SqlExpression(ExpressionParser.normal(text, false));
    }

    /** The expression without comments and without outer parentheses. */
    public SqlExpression unwrapped() {
        return new SqlExpression(SqlTokens.unwrap(text));
    }

    /** The expression in parentheses. */
    public String parenthesized() {
        return "(" + text + ")";
    }

    /** The string literals in it, as SQL. */
    public List<String> strings() {
        return SqlTokens.of(text).stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .map(Token::text)
                .toList();
    }

    private TokenRoles roles() {
        return ExpressionParser.roles(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
