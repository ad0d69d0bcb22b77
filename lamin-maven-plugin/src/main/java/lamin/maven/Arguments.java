package lamin.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arguments of a command, made from the parameters of a goal; what a user did not set is left out. */
final class Arguments {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private static final Pattern BETWEEN_FILLS = Pattern.compile(",\\s*(?=\\w+(?:\\.\\w+)+=)");

    private final List<String> words;

    private Arguments(List<String> words) {
        this.words = words;
    }

    static Arguments of(String... command) {
        return new Arguments(new ArrayList<>(List.of(command)));
    }

    Arguments value(@Nullable String value) {
        if (value != null) {
            words.add(value);
        }
        return this;
    }

    Arguments option(String name, @Nullable Object value) {
        if (value != null) {
            words.add(name);
            words.add(value.toString());
        }
        return this;
    }

    Arguments options(String name, Collection<String> values) {
        values.forEach(value -> option(name, value));
        return this;
    }

    Arguments flag(String name, boolean isSet) {
        if (isSet) {
            words.add(name);
        }
        return this;
    }

    /** Words quoted as in a shell. */
    Arguments text(@Nullable String text) {
        if (text != null) {
            WORD.matcher(text)
                    .results()
                    .flatMap(word -> Stream.of(1, 2, 3).map(word::group).filter(part -> part != null))
                    .forEach(words::add);
        }
        return this;
    }

    /** Values of columns; a comma is also part of SQL, so only one before {@code TABLE.COLUMN=} separates two. */
    static List<String> fills(@Nullable String text) {
        return text == null ? List.of() : List.of(BETWEEN_FILLS.split(text.strip(), -1));
    }

    String[] toArray() {
        return words.toArray(String[]::new);
    }
}
