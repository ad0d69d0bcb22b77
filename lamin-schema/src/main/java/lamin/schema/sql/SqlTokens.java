package lamin.schema.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.sql.Token.Kind;

/** Splits SQL of SQLite and PostgreSQL into tokens; never fails, an unclosed quote runs to the end. */
public final class SqlTokens {
    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** All tokens, spaces and comments included. */
    public static List<Token> of(String sql) {
        return new SqlTokens(sql).read();
    }

    /** The tokens that mean something. */
    public static List<Token> significant(String sql) {
        return of(sql).stream()
                .filter(token -> token.kind() != Kind.SPACE && token.kind() != Kind.COMMENT)
                .toList();
    }

    /** The expression with every mention of a column replaced; strings and longer names are left alone. */
    public static String rename(String expression, String from, String to) {
        return of(expression).stream()
                .map(token -> token.names(from) ? (token.kind() == Kind.QUOTED_NAME ? quote(to) : to) : token.text())
                .collect(Collectors.joining());
    }

    /** Whether the SQL mentions this name outside strings and comments. */
    public static boolean mentions(String sql, String name) {
        return of(sql).stream().anyMatch(token -> token.names(name));
    }

    /** The identifier in double quotes, as both databases read it. */
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The text as an SQL string. */
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    private List<Token> read() {
        while (position < sql.length()) {
            int start = position;
            var kind = advance();
            tokens.add(new Token(kind, sql.substring(start, position)));
        }
        return tokens;
    }

    private Kind advance() {
        char c = sql.charAt(position);
        if (Character.isWhitespace(c)) {
            skipWhile(Character::isWhitespace);
            return Kind.SPACE;
        }
        if (sql.startsWith("--", position)) {
            skipTo("\n");
            return Kind.COMMENT;
        }
        if (sql.startsWith("/*", position)) {
            position += 2;
            skipTo("*/");
            return Kind.COMMENT;
        }
        return switch (c) {
            case '\'' -> quoted('\'', Kind.STRING);
            case '"' -> quoted('"', Kind.QUOTED_NAME);
            case '`' -> quoted('`', Kind.QUOTED_NAME);
            case '[' -> quoted(']', Kind.QUOTED_NAME);
            default -> plain(c);
        };
    }

    private Kind plain(char c) {
        if (Character.isDigit(c)) {
            skipWhile(d -> Character.isLetterOrDigit(d) || d == '.');
            return Kind.NUMBER;
        }
        if (isNameStart(c)) {
            skipWhile(d -> isNameStart(d) || Character.isDigit(d) || d == '$');
            return Kind.WORD;
        }
        position += sql.startsWith("::", position) ? 2 : 1;
        return Kind.SYMBOL;
    }

    private Kind quoted(char end, Kind kind) {
        position++;
        while (position < sql.length()) {
            if (sql.charAt(position++) != end) {
                continue;
            }
            if (position < sql.length() && sql.charAt(position) == end && end != ']') {
                position++;
            } else {
                break;
            }
        }
        return kind;
    }

    private void skipTo(String end) {
        int found = sql.indexOf(end, position);
        position = found < 0 ? sql.length() : found + end.length();
    }

    private void skipWhile(CharTest test) {
        while (position < sql.length() && test.accepts(sql.charAt(position))) {
            position++;
        }
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 127;
    }

    private interface CharTest {
        boolean accepts(char c);
    }
}
