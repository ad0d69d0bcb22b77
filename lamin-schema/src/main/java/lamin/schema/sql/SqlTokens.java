package lamin.schema.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.sql.Token.Kind;

/** Splits SQL of SQLite and PostgreSQL into tokens; never fails, an unclosed quote runs to the end. */
public final class SqlTokens {
    /** Operators of more than one character, longer ones first. */
    private static final List<String> OPERATORS = List.of(
            "!~~*", "!~~", "~~*", "!~*", "->>", "#>>", "::", "<=", ">=", "<>", "!=", "==", "||", "->", "#>", "~~", "!~",
            "~*", "@>", "<@", "<<", ">>", "&&");

    /** Symbols that begin no operator, and most of all there are. */
    private static final String ALONE = "(),.;";

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
                .map(token -> token.names(from) ? renamed(token, to) : token.text())
                .collect(Collectors.joining());
    }

    /** In quotes where it must be, and where the author put some without need. */
    private static String renamed(Token name, String to) {
        boolean byChoice = name.kind() == Kind.QUOTED_NAME && !Keywords.mustBeQuoted(name.identifier());
        return byChoice || Keywords.mustBeQuoted(to) ? quote(to) : to;
    }

    /** The expression without comments and without the parentheses around the whole of it. */
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

    /** Where each opening parenthesis is closed. */
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

    /** The parts between the commas that are in no parentheses. */
    public static List<String> split(String list) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int depth = 0;
        for (var token : of(list)) {
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
            case '[' -> opensSubscript() ? plain(c) : quoted(']', Kind.QUOTED_NAME);
            default -> plain(c);
        };
    }

    /** PostgreSQL's {@code array[1, 2]} and {@code text[]}, where SQLite would begin a quoted name. */
    private boolean opensSubscript() {
        return sql.startsWith("[]", position)
                || (!tokens.isEmpty() && tokens.getLast().is("array"));
    }

    private Kind plain(char c) {
        if (Character.isDigit(c)) {
            number();
            return Kind.NUMBER;
        }
        if (isNameStart(c)) {
            skipWhile(d -> isNameStart(d) || Character.isDigit(d) || d == '$');
            return Kind.WORD;
        }
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

    private void number() {
        int start = position;
        skipWhile(d -> Character.isLetterOrDigit(d) || d == '.');
        boolean hexadecimal = sql.startsWith("0x", start) || sql.startsWith("0X", start);
        if (!hexadecimal && Character.toLowerCase(sql.charAt(position - 1)) == 'e' && isAtSign()) {
            position++;
            skipWhile(Character::isDigit);
        }
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
