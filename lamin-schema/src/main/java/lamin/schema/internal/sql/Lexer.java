package lamin.schema.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lamin.schema.internal.sql.Token.Kind;

/**
 * Splits SQL into tokens. Sources: "Lexical Structure" in PostgreSQL's manual, "SQL Language Expressions" and the tokenizer
 * of SQLite.
 */
final class Lexer {
    /** Operators of more than one character, longer ones first. */
    private static final List<String> OPERATORS = List.of(
            "!~~*", "~>=~", "~<=~", "!~~", "~~*", "!~*", "->>", "#>>", "<->", "-|-", "~>~", "~<~", "::", ":=", "=>",
            "<=", ">=", "<>", "!=", "==", "||", "->", "#>", "#-", "~~", "!~", "~*", "@>", "<@", "@@", "@?", "?|", "?&",
            "<<", ">>", "&&", "&<", "&>", "^@");

    /** Symbols that do not begin an operator; the most frequent symbols. */
    private static final String ALONE = "(),;";

    private final String sql;
    private final SqlSyntax syntax;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    Lexer(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    List<Token> read() {
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
            skipTo("\n", position);
            return Kind.COMMENT;
        }
        if (sql.startsWith("/*", position)) {
            comment();
            return Kind.COMMENT;
        }
        return switch (c) {
            case '\'' -> quoted('\'', Kind.STRING);
            case '"' -> quoted('"', Kind.QUOTED_NAME);
            case '`' -> syntax == SqlSyntax.POSTGRESQL ? symbol(c) : quoted('`', Kind.QUOTED_NAME);
            case '[' -> opensSubscript() ? symbol(c) : quoted(']', Kind.QUOTED_NAME);
            case '$' -> dollar();
            case '.' -> beginsNumber() ? number() : symbol(c);
            default -> Character.isDigit(c) ? number() : isNameStart(c) ? word() : symbol(c);
        };
    }

    /**
     * PostgreSQL's comments nest. If they are not closed, the text can only be SQLite's, whose comments do not nest.
     */
    private void comment() {
        int start = position;
        if (syntax == SqlSyntax.SQLITE || !skipNestedComment()) {
            skipTo("*/", start + 2);
        }
    }

    private boolean skipNestedComment() {
        int depth = 0;
        int end = position;
        do {
            boolean opens = sql.startsWith("/*", end);
            boolean closes = sql.startsWith("*/", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
            if (end > sql.length()) {
                return false;
            }
        } while (depth > 0);
        position = end;
        return true;
    }

    private boolean opensSubscript() {
        return switch (syntax) {
            case SQLITE -> false;
            case POSTGRESQL -> true;
            case PORTABLE -> sql.startsWith("[]", position) || isAfterOperand();
        };
    }

    /** Whether an operand may have just ended: if so, an operator follows. */
    private boolean isAfterOperand() {
        var last = lastSignificant();
        return switch (last.kind()) {
            case WORD -> last.is("array") || !Keywords.isReserved(last.text());
            case QUOTED_NAME, STRING, NUMBER -> true;
            case SYMBOL -> last.closes();
            case SPACE, COMMENT -> false;
        };
    }

    private Token lastSignificant() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (!tokens.get(i).isBlank()) {
                return tokens.get(i);
            }
        }
        return new Token(Kind.SPACE, "");
    }

    /** {@code .5}, but not the second half of {@code t.5} or {@code f(1).a}. */
    private boolean beginsNumber() {
        boolean digitFollows = position + 1 < sql.length() && Character.isDigit(sql.charAt(position + 1));
        return digitFollows && (tokens.isEmpty() || tokens.getLast().isBlank() || !isAfterOperand());
    }

    /** A string between {@code $$} or {@code $tag$}, or a parameter. */
    private Kind dollar() {
        int end = position + 1;
        while (end < sql.length() && isTagPart(sql.charAt(end), end == position + 1)) {
            end++;
        }
        if (!syntax.hasPostgresLiterals() || end == sql.length() || sql.charAt(end) != '$') {
            position++;
            skipWhile(Character::isDigit);
            return Kind.SYMBOL;
        }
        var delimiter = sql.substring(position, end + 1);
        skipTo(delimiter, end + 1);
        return Kind.STRING;
    }

    private static boolean isTagPart(char c, boolean isFirst) {
        return isNameStart(c) || (!isFirst && Character.isDigit(c));
    }

    private Kind word() {
        if (syntax.hasPostgresLiterals()) {
            for (var prefix : List.of("u&'", "u&\"", "e'", "b'", "x'", "n'")) {
                if (sql.regionMatches(true, position, prefix, 0, prefix.length())) {
                    return prefixed(prefix);
                }
            }
        } else if (sql.regionMatches(true, position, "x'", 0, 2)) {
            return prefixed("x'");
        }
        skipWhile(d -> isNameStart(d) || Character.isDigit(d) || d == '$');
        return Kind.WORD;
    }

    private Kind prefixed(String prefix) {
        position += prefix.length() - 1;
        if (prefix.equals("e'")) {
            escaped();
            return Kind.STRING;
        }
        char quote = prefix.charAt(prefix.length() - 1);
        return quoted(quote, quote == '"' ? Kind.QUOTED_NAME : Kind.STRING);
    }

    /** Skips to the end of a string in which a backslash escapes the next character. */
    private void escaped() {
        position++;
        while (position < sql.length()) {
            char c = sql.charAt(position++);
            if (c == '\\' || (c == '\'' && position < sql.length() && sql.charAt(position) == '\'')) {
                position = Math.min(position + 1, sql.length());
            } else if (c == '\'') {
                return;
            }
        }
    }

    private Kind symbol(char c) {
        position += operatorLength(c);
        return Kind.SYMBOL;
    }

    private int operatorLength(char c) {
        if (ALONE.indexOf(c) < 0) {
            for (var operator : OPERATORS) {
                if (sql.startsWith(operator, position)) {
                    return operator.length();
                }
            }
        }
        return 1;
    }

    private Kind number() {
        int start = position;
        skipWhile(d -> Character.isLetterOrDigit(d) || d == '.' || d == '_');
        boolean hexadecimal = sql.regionMatches(true, start, "0x", 0, 2);
        if (!hexadecimal
                && sql.substring(start, position).toLowerCase(Locale.ROOT).endsWith("e")
                && isAtSign()) {
            position++;
            skipWhile(Character::isDigit);
        }
        return Kind.NUMBER;
    }

    private boolean isAtSign() {
        return position < sql.length() && (sql.charAt(position) == '+' || sql.charAt(position) == '-');
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

    private void skipTo(String end, int from) {
        int found = sql.indexOf(end, from);
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
