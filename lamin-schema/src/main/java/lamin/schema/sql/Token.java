package lamin.schema.sql;

import java.util.Locale;

/** A piece of SQL; {@code text} is as written, so that the texts of all tokens make up the source again. */
public record Token(Kind kind, String text) {
    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL,
        SPACE,
        COMMENT
    }

    /** Whether it is this keyword or symbol, in any case. */
    public boolean is(String word) {
        return kind != Kind.STRING && kind != Kind.QUOTED_NAME && text.equalsIgnoreCase(word);
    }

    /** Whether it is an opening parenthesis or bracket. */
    public boolean opens() {
        return is("(") || is("[");
    }

    public boolean closes() {
        return is(")") || is("]");
    }

    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** The identifier without its quotes; unquoted ones as written. SQLite also takes a string for a name. */
    public String identifier() {
        if (kind != Kind.QUOTED_NAME && kind != Kind.STRING) {
            return text;
        }
        var inner = text.substring(1, Math.max(1, text.length() - 1));
        return switch (text.charAt(0)) {
            case '"' -> inner.replace("\"\"", "\"");
            case '`' -> inner.replace("``", "`");
            case '\'' -> inner.replace("''", "'");
            default -> inner;
        };
    }

    /** Whether it names this column or table; SQL identifiers ignore case unless PostgreSQL quotes them. */
    public boolean names(String identifier) {
        return isName() && identifier().toLowerCase(Locale.ROOT).equals(identifier.toLowerCase(Locale.ROOT));
    }
}
