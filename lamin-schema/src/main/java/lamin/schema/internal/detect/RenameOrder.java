package lamin.schema.internal.detect;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Puts renames into an order in which each new name is free; a cycle is broken by a temporary name. Linear. */
final class RenameOrder {
    private RenameOrder() {}

    /**
     * Calls {@code rename} with old and new name.
     *
     * @param renames new names by old names; the new names are distinct
     * @param aside derives a free name from a name that is taken
     */
    static <N> void apply(Map<N, N> renames, UnaryOperator<N> aside, BiConsumer<N, N> rename) {
        var open = new LinkedHashMap<>(renames);
        for (var first : renames.keySet()) {
            var waiting = new ArrayDeque<N>();
            var last = first;
            for (var next = open.remove(last); next != null; next = open.remove(last)) {
                waiting.push(last);
                last = next;
            }
            boolean isCircle = !waiting.isEmpty() && last.equals(first);
            var start = isCircle ? aside.apply(first) : first;
            if (isCircle) {
                rename.accept(first, start);
            }
            for (var name : waiting) {
                var newName = renames.get(name);
                if (newName != null) {
                    rename.accept(name.equals(first) ? start : name, newName);
                }
            }
        }
    }
}
