package lamin.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.search.SimilarNames;

/** The records of a registry by their names, which are read at once; the records themselves on request. */
public final class Lookup<E> {
    private static final int MOST = 10;

    private final String registry;
    private final SequencedMap<String, Long> ids;
    private final Function<Long, E> reader;

    Lookup(String registry, SequencedMap<String, Long> ids, Function<Long, E> reader) {
        this.registry = registry;
        this.ids = ids;
        this.reader = reader;
    }

    /** All names, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(ids.keySet());
    }

    /** The record with that name; fails and names the similar ones if there is none. Of several, the first one saved. */
    public E get(String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "there is no " + registry + " with the name '" + name + "'"
                            + SimilarNames.question(suggestions(name)));
        }
        return reader.apply(id);
    }

    /** Names that begin with a text, then those that contain it, then those that are spelled alike. */
    public List<String> suggestions(String text) {
        var typed = text.toLowerCase(Locale.ROOT);
        var containing = ids.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
                .sorted(Comparator.comparing(
                                (String name) -> !name.toLowerCase(Locale.ROOT).startsWith(typed))
                        .thenComparing(Comparator.naturalOrder()));
        return Stream.concat(containing, new SimilarNames(ids.keySet()).to(text).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The number of names, and the first of them. */
    @Override
    public String toString() {
        var shown = ids.keySet().stream().limit(MOST).toList();
        return ids.size() + " names of " + registry + ": " + String.join(", ", shown)
                + (ids.size() > shown.size() ? ", ..." : "");
    }
}
