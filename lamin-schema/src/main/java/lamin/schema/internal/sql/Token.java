package lamin.schema.internal.sql;

import java.util.Locale;
import java.util.Optional;

/** A piece of SQL; {@code text} is as written, so that the texts of all tokens concatenate to the source. */
public record Token(Kind kind, String text) {
    public enum Kind {
        WORD,
        QUOTED_NAME,
        /** Any of {@code 'a'}, {@code E'a'}, {@code x'0f'}, {@code $$a$$}. */
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

    /** Whether it is a space or a comment. */
    public boolean isBlank() {
        return kind == Kind.SPACE || kind == Kind.COMMENT;
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

    /** The identifier without its quotes; unquoted ones as written. SQLite also accepts a string as a name. */
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

    /** Whether it is a string in single quotes, without a prefix. */
    public boolean isPlainString() {
        return kind == Kind.STRING && text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    }

    /** Whether it is a name with Unicode escapes, {@code U&"d\\0061ta"}, which are not decoded. */
    public boolean hasEscapes() {
        return kind == Kind.QUOTED_NAME && text.regionMatches(true, 0, "u&", 0, 2);
    }

    /** The text between the dollars of {@code $$..$$}, such as the body of a function; empty for every other token. */
    Optional<String> dollarBody() {
        if (kind != Kind.STRING || !text.startsWith("$")) {
            return Optional.empty();
        }
        var delimiter = text.substring(0, text.indexOf('$', 1) + 1);
        return text.length() >= 2 * delimiter.length() && text.endsWith(delimiter)
                ? Optional.of(text.substring(delimiter.length(), text.length() - delimiter.length()))
                : Optional.of(text.substring(delimiter.length()));
    }

    /** Whether it names this column or table; SQL identifiers ignore case unless PostgreSQL quotes them. */
    public boolean names(String identifier) {
        return isName() && identifier().toLowerCase(Locale.ROOT).equals(identifier.toLowerCase(Locale.ROOT));
    }
}
