package lamin.registry;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a selection asks for. */
record Wanted(
        List<Condition> conditions,
        List<Sort> sorts,
        @Nullable String search,
        int limit,
        int offset) {
    Wanted {
        conditions = List.copyOf(conditions);
        sorts = List.copyOf(sorts);
    }

    record Sort(String property, boolean descending) {}

    static Wanted all() {
        return new Wanted(List.of(), List.of(), null, Integer.MAX_VALUE, 0);
    }

    Wanted and(List<Condition> more) {
        return new Wanted(plus(conditions, more), sorts, search, limit, offset);
    }

    Wanted and(Sort sort) {
        return new Wanted(conditions, plus(sorts, List.of(sort)), search, limit, offset);
    }

    Wanted withSearch(String text) {
        return new Wanted(conditions, sorts, text, limit, offset);
    }

    Wanted withLimit(int most) {
        return new Wanted(conditions, sorts, search, most, offset);
    }

    Wanted withOffset(int skipped) {
        return new Wanted(conditions, sorts, search, limit, skipped);
    }

    Wanted withoutLimits() {
        return withLimit(Integer.MAX_VALUE).withOffset(0);
    }

    /** Whether the records come in the order of their ids, all of them. */
    boolean isPlain() {
        return sorts.isEmpty() && limit == Integer.MAX_VALUE && offset == 0;
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
