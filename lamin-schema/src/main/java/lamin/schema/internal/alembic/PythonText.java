package lamin.schema.internal.alembic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.SqlTokens;

/** Formats values as Python source code. */
final class PythonText {
    private static final int LONG = 100;

    private PythonText() {}

    /**
     * A string literal, in the kind of quotes that needs less escaping; unprintable characters are escaped by number.
     */
    static String literal(String text) {
        char quote = count(text, '"') > count(text, '\'') ? '\'' : '"';
        var python = new StringBuilder().append(quote);
        text.codePoints().forEach(character -> python.append(escaped(character, quote)));
        return python.append(quote).toString();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static String escaped(int character, char quote) {
        if (character == quote || character == '\\') {
            return "\\" + (char) character;
        }
        if (character == '\n') {
            return "\\n";
        }
        if (isPlain(character)) {
            return Character.toString(character);
        }
        return character > 0xffff ? "\\U%08x".formatted(character) : "\\u%04x".formatted(character);
    }

    /** Lone surrogates cannot be written to a file, and control characters are invisible in one. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** {@code ("a", "b")}; a single element is followed by a comma. */
    static String tuple(Collection<String> expressions) {
        return "(" + String.join(", ", expressions) + (expressions.size() == 1 ? "," : "") + ")";
    }

    static String literals(Collection<String> texts) {
        return tuple(texts.stream().map(PythonText::literal).toList());
    }

    /** {@code True} or {@code False}. */
    static String bool(boolean value) {
        return value ? "True" : "False";
    }

    /**
     * SQL as string literals on consecutive lines, which Python concatenates; a short statement is a single literal.
     */
    static List<String> statement(String sql) {
        return parts(sql).stream().map(PythonText::literal).toList();
    }

    /** Splits a long statement at the items of the list in its first parentheses, as a person would break the lines. */
    private static List<String> parts(String sql) {
        if (sql.length() <= LONG || !sql.toUpperCase(Locale.ROOT).startsWith("CREATE TABLE")) {
            return List.of(sql);
        }
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int depth = 0;
        for (var token : SqlTokens.of(sql)) {
            part.append(token.text());
            depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
            boolean isEnd =
                    depth == 1 && (token.text().equals(",") || token.text().equals("("));
            if (isEnd && !(token.text().equals("(") && !parts.isEmpty())) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** The lines, indented by four spaces. */
    static List<String> indented(Collection<String> lines) {
        return lines.stream().map(line -> line.isEmpty() ? line : "    " + line).collect(Collectors.toList());
    }
}
