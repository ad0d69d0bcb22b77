package lamin.registry;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a selection asks for.
 *
 * @param after the id of the record before the first one; null to begin with the first
 */
record Wanted(
        List<Condition> conditions,
        List<Sort> sorts,
        @Nullable String search,
        int limit,
        int offset,
        @Nullable Long after,
        Branches branches) {
    Wanted {
        conditions = List.copyOf(conditions);
        sorts = List.copyOf(sorts);
    }

    /** The records that are found as far as the trash is concerned. */
    enum Branches {
        NOT_TRASH,
        TRASH,
        ALL
    }

    record Sort(String property, boolean descending) {}

    static Wanted all() {
        return new Wanted(List.of(), List.of(), null, Integer.MAX_VALUE, 0, null, Branches.NOT_TRASH);
    }

    Wanted and(List<Condition> more) {
        return new Wanted(plus(conditions, more), sorts, search, limit, offset, after, branches);
    }

    Wanted and(Sort sort) {
        return new Wanted(conditions, plus(sorts, List.of(sort)), search, limit, offset, after, branches);
    }

    Wanted withSearch(String text) {
        return new Wanted(conditions, sorts, text, limit, offset, after, branches);
    }

    Wanted withLimit(int most) {
        return new Wanted(conditions, sorts, search, most, offset, after, branches);
    }

    Wanted withOffset(int skipped) {
        return new Wanted(conditions, sorts, search, limit, skipped, after, branches);
    }

    Wanted withAfter(@Nullable Long id) {
        return new Wanted(conditions, sorts, search, limit, offset, id, branches);
    }

    Wanted with(Branches which) {
        return new Wanted(conditions, sorts, search, limit, offset, after, which);
    }

    Wanted withoutLimits() {
        return withLimit(Integer.MAX_VALUE).withOffset(0).withAfter(null);
    }

    /** Whether the records come in the order of their ids, all of them. */
    boolean isPlain() {
        return sorts.isEmpty() && limit == Integer.MAX_VALUE && offset == 0;
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
