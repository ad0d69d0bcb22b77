package lamin.schema.internal.sql;

import java.util.List;
import lamin.schema.internal.sql.Token.Kind;

/** Reads SQL token by token, skipping spaces and comments; at the end every token is the empty symbol. */
public final class TokenReader {
    private static final Token END = new Token(Kind.SYMBOL, "");

    private final List<Token> tokens;
    private int position;

    public TokenReader(String sql, SqlSyntax syntax) {
        this(SqlTokens.of(sql, syntax));
    }

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
        skipBlank();
    }

    /** The index of the next token among all tokens. */
    int position() {
        return position;
    }

    public boolean atEnd() {
        return position == tokens.size();
    }

    /** The next token, without consuming it. */
    public Token peek() {
        return atEnd() ? END : tokens.get(position);
    }

    public Token next() {
        var token = peek();
        if (!atEnd()) {
            position++;
            skipBlank();
        }
        return token;
    }

    /** The token after the next one. */
    Token peekSecond() {
        int second = position + 1;
        while (second < tokens.size() && tokens.get(second).isBlank()) {
            second++;
        }
        return second < tokens.size() ? tokens.get(second) : END;
    }

    /** Consumes the next token if it is this keyword or symbol. */
    public boolean accept(String word) {
        boolean there = !atEnd() && peek().is(word);
        if (there) {
            next();
        }
        return there;
    }

    /** Skips to this keyword or symbol, which is then next. */
    public void skipTo(String word) {
        while (!atEnd() && !peek().is(word)) {
            next();
        }
    }

    /** Consumes a pair of parentheses or brackets and returns the text between, as written. */
    public String group() {
        next();
        int start = position;
        for (int depth = 1; !atEnd(); next()) {
            depth += peek().opens() ? 1 : peek().closes() ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        var inside = text(start, position);
        next();
        return inside;
    }

    /** Consumes the rest and returns it, as written. */
    public String rest() {
        var left = text(position, tokens.size());
        position = tokens.size();
        return left;
    }

    private String text(int from, int to) {
        var text = new StringBuilder();
        tokens.subList(from, to).forEach(token -> text.append(token.text()));
        return text.toString();
    }

    private void skipBlank() {
        while (!atEnd() && tokens.get(position).isBlank()) {
            position++;
        }
    }
}
