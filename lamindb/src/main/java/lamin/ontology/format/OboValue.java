package lamin.ontology.format;

import java.util.regex.Pattern;

/** The value of a tag, read from left to right: quoted texts, ids, words. */
final class OboValue {
    private static final Pattern QUALIFIERS = Pattern.compile("\\s\\{[\\w:.-]+=\"[^{}]*\"\\s*\\}$");
    private static final Pattern OTHER_RESTRICTION = Pattern.compile(
            "[{,]\\s*(all_only\\s*=\\s*\"true\"|cardinality\\s*=|minCardinality\\s*=|maxCardinality\\s*=)");

    private final String value;
    private int position;

    private OboValue(String value) {
        this.value = value;
    }

    static OboValue of(String value) {
        return new OboValue(value);
    }

    /** The text in quotes that comes next. */
    String quoted() {
        skipSpace();
        if (position == value.length() || value.charAt(position) != '"') {
            throw new TermFailure("expected a text in double quotes, found " + TermFailure.excerpt(value));
        }
        var close = position + 1;
        while (close < value.length() && value.charAt(close) != '"') {
            close += value.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= value.length()) {
            throw new TermFailure("expected a closing double quote, found " + TermFailure.excerpt(value));
        }
        var text = unescaped(value.substring(position + 1, close));
        position = close + 1;
        return text;
    }

    /** The characters up to the next space, which may be none. */
    String word() {
        skipSpace();
        var end = position;
        while (end < value.length() && !Character.isWhitespace(value.charAt(end))) {
            end += value.charAt(end) == '\\' ? 2 : 1;
        }
        var word = value.substring(position, Math.min(end, value.length()));
        position = Math.min(end, value.length());
        return word;
    }

    /** The id that comes next. */
    String id() {
        var word = word();
        if (word.isEmpty() || word.startsWith("!") || word.startsWith("{")) {
            throw new TermFailure("expected an id such as CL:0000084, found " + TermFailure.excerpt(value));
        }
        return unescaped(word);
    }

    boolean bool() {
        var word = word();
        return switch (word) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new TermFailure("expected true or false, found " + TermFailure.excerpt(value));
        };
    }

    /** All of it, without a comment and qualifiers at its end. */
    String text() {
        var end = value.length();
        for (var i = value.indexOf('!'); i >= 0; i = value.indexOf('!', i + 1)) {
            if (i > 0 && Character.isWhitespace(value.charAt(i - 1))) {
                end = i;
                break;
            }
        }
        var text = value.substring(0, end).strip();
        var qualifiers = QUALIFIERS.matcher(text);
        return unescaped(
                qualifiers.find() ? text.substring(0, qualifiers.start()).strip() : text);
    }

    /** Whether the qualifiers that follow make a relationship something else than "every one has one". */
    boolean restrictsOtherwise() {
        return OTHER_RESTRICTION.matcher(value).region(position, value.length()).find();
    }

    private void skipSpace() {
        while (position < value.length() && Character.isWhitespace(value.charAt(position))) {
            position++;
        }
    }

    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'W' -> ' ';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
