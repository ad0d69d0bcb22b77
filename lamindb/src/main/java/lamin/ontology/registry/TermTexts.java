package lamin.ontology.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of texts in a column, as LaminDB writes them. */
final class TermTexts {
    private static final String SEPARATOR = "|";

    private TermTexts() {}

    /** Null for none. A text with the separator in it is left out, because it would be read as two. */
    static @Nullable String joined(List<String> texts) {
        var parts = texts.stream().filter(text -> !text.contains(SEPARATOR)).toList();
        return parts.isEmpty() ? null : String.join(SEPARATOR, parts);
    }

    static List<String> split(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(present -> List.of(present.split("\\|")))
                .orElse(List.of());
    }
}
