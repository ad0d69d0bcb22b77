package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Changes to a table's indexes or to its constraints of one kind.
 *
 * @param renames new names by old names, for parts with unchanged content
 */
record PartsDiff<T>(Map<String, String> renames, List<T> dropped, List<T> created) {

    /** @param content the properties that make two parts equal, apart from their names */
    static <T> PartsDiff<T> between(List<T> old, List<T> current, Function<T, ?> content, Function<T, String> nameOf) {
        if (old.equals(current)) {
            return new PartsDiff<>(Map.of(), List.of(), List.of());
        }
        var renames = new LinkedHashMap<String, String>();
        var dropped = new ArrayList<>(old);
        var created = new ArrayList<>(current);
        match(dropped, created, part -> List.of(nameOf.apply(part), content.apply(part)), (x, y) -> {});
        match(dropped, created, content, (x, y) -> renames.put(nameOf.apply(x), nameOf.apply(y)));
        return new PartsDiff<>(renames, dropped, created);
    }

    private static <T> void match(List<T> left, List<T> right, Function<T, ?> key, BiConsumer<T, T> found) {
        var open = new HashMap<Object, T>();
        left.forEach(part -> open.putIfAbsent(key.apply(part), part));
        right.removeIf(part -> {
            var match = open.remove(key.apply(part));
            if (match != null) {
                left.remove(match);
                found.accept(match, part);
            }
            return match != null;
        });
    }

    /** With parts that are rebuilt although they are unchanged themselves. */
    PartsDiff<T> and(List<T> alsoDropped, List<T> alsoCreated) {
        return new PartsDiff<>(renames, both(dropped, alsoDropped), both(created, alsoCreated));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    boolean isEmpty() {
        return dropped.isEmpty() && created.isEmpty();
    }
}
