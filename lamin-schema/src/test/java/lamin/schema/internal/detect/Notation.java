package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.List;

/** Splits the notation of the case files at blanks; text in quotes or parentheses stays together. */
final class Notation {
    private Notation() {}

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (c == ' ' && quote == 0 && depth == 0) {
                flush(word, words);
            } else {
                word.append(c);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** {@code text} for {@code 'text'} and {@code "text"}. */
    static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** The arguments of {@code name(a, b)}. */
    static String argument(String call) {
        int open = call.indexOf('(');
        return open < 0 || !call.endsWith(")")
                ? ""
                : call.substring(open + 1, call.length() - 1).strip();
    }

    static String name(String call) {
        int open = call.indexOf('(');
        return open < 0 ? call : call.substring(0, open);
    }
}
