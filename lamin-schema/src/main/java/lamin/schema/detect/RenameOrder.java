package lamin.schema.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Puts renames into an order in which each new name is free; a swap goes through a name in between. */
final class RenameOrder {
    private RenameOrder() {}

    /** Calls {@code rename} with old and new name; {@code aside} makes a free name of one that stands in the way. */
    static <N> void apply(Map<N, N> renames, UnaryOperator<N> aside, BiConsumer<N, N> rename) {
        var open = new LinkedHashMap<>(renames);
        while (!open.isEmpty()) {
            var free = open.keySet().stream()
                    .filter(name -> !open.containsKey(open.get(name)))
                    .toList();
            for (var name : free.isEmpty() ? List.of(stepAside(open, aside, rename)) : free) {
                var newName = open.remove(name);
                if (newName != null) {
                    rename.accept(name, newName);
                }
            }
        }
    }

    private static <N> N stepAside(Map<N, N> open, UnaryOperator<N> aside, BiConsumer<N, N> rename) {
        var first = open.keySet().iterator().next();
        var between = aside.apply(first);
        rename.accept(first, between);
        var newName = open.remove(first);
        if (newName != null) {
            open.put(between, newName);
        }
        return first;
    }
}
