package lamin.schema.internal.sql;

import java.util.List;
import java.util.stream.Collectors;

/** The key of an index as SQL, with its order separate. */
public record OrderedKey(String text, boolean descending) {
    /** Parses {@code x}, {@code x asc}, {@code lower(x) desc nulls last}; the position of nulls is dropped. */
    public static OrderedKey parse(String key) {
        var tokens = SqlTokens.of(key);
        int end = withoutNulls(tokens, endBefore(tokens, tokens.size()));
        boolean hasOrder =
                end > 1 && (tokens.get(end - 1).is("asc") || tokens.get(end - 1).is("desc"));
        boolean descending = hasOrder && tokens.get(end - 1).is("desc");
        var text = tokens.subList(0, hasOrder ? end - 1 : end).stream().map(Token::text);
        return new OrderedKey(text.collect(Collectors.joining()).strip(), descending);
    }

    private static int withoutNulls(List<Token> tokens, int end) {
        int nulls = endBefore(tokens, end - 1);
        boolean found = nulls > 0
                && tokens.get(nulls - 1).is("nulls")
                && (tokens.get(end - 1).is("first") || tokens.get(end - 1).is("last"));
        return found ? endBefore(tokens, nulls - 1) : end;
    }

    /** The index after the last token before this one that is not a space. */
    private static int endBefore(List<Token> tokens, int index) {
        int end = Math.max(index, 0);
        while (end > 0 && tokens.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }
}
