package lamin.schema.internal.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.Token.Kind;

/** SQL as tokens, with operations that do not depend on the meaning of the tokens. */
public final class SqlTokens {
    private SqlTokens() {}

    /** All tokens, including spaces and comments; never fails, an unclosed quote runs to the end. */
    public static List<Token> of(String sql, SqlSyntax syntax) {
        return new Lexer(sql, syntax).read();
    }

    /** The tokens of an expression, including spaces and comments. */
    public static List<Token> of(String expression) {
        return of(expression, SqlSyntax.PORTABLE);
    }

    /** The tokens without spaces and comments. */
    public static List<Token> significant(String sql, SqlSyntax syntax) {
        return of(sql, syntax).stream().filter(token -> !token.isBlank()).toList();
    }

    public static List<Token> significant(String expression) {
        return significant(expression, SqlSyntax.PORTABLE);
    }

    /** The expression without comments and without outer parentheses. */
    public static String unwrap(String expression) {
        var tokens = of(expression).stream()
                .map(token -> token.kind() == Kind.COMMENT ? new Token(Kind.SPACE, " ") : token)
                .toList();
        int from = pastSpaces(tokens, 0, 1);
        int to = pastSpaces(tokens, tokens.size() - 1, -1);
        var partners = partners(tokens);
        while (from < to && tokens.get(from).is("(") && partners[from] == to) {
            from = pastSpaces(tokens, from + 1, 1);
            to = pastSpaces(tokens, to - 1, -1);
        }
        return from > to
                ? ""
                : tokens.subList(from, to + 1).stream().map(Token::text).collect(Collectors.joining());
    }

    private static int pastSpaces(List<Token> tokens, int start, int step) {
        int index = start;
        while (index >= 0 && index < tokens.size() && tokens.get(index).kind() == Kind.SPACE) {
            index += step;
        }
        return index;
    }

    /** The index of the closing parenthesis for each opening one. */
    private static int[] partners(List<Token> tokens) {
        var partners = new int[tokens.size()];
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < partners.length; i++) {
            if (tokens.get(i).is("(")) {
                open.push(i);
            } else if (tokens.get(i).is(")") && !open.isEmpty()) {
                partners[open.pop()] = i;
            }
        }
        return partners;
    }

    /** The parts between top-level commas. */
    public static List<String> split(String list) {
        return split(list, SqlSyntax.PORTABLE);
    }

    public static List<String> split(String list, SqlSyntax syntax) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int depth = 0;
        for (var token : of(list, syntax)) {
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(token.text());
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** The identifier in double quotes, as both databases read it. */
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The text as an SQL string. */
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** The texts as SQL strings, separated by commas. */
    public static String literals(Collection<String> texts) {
        return texts.stream().map(SqlTokens::literal).collect(Collectors.joining(", "));
    }
}
