package lamin.find;

import java.util.List;
import java.util.stream.Stream;
import lamin.registry.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for.
 *
 * @param columns paths; empty for all columns
 * @param search the searched text; null without a search
 * @param limit the largest number of records
 * @param allVersions whether to include records that are not the latest version
 * @param inTrash whether to find the records in the trash instead of the others
 */
record QuerySpec(
        String registry,
        List<Condition> conditions,
        List<Sort> sorts,
        List<String> columns,
        @Nullable String search,
        long limit,
        long offset,
        boolean allVersions,
        boolean inTrash) {
    static final long NO_LIMIT = Long.MAX_VALUE;

    QuerySpec {
        conditions = List.copyOf(conditions);
        sorts = List.copyOf(sorts);
        columns = List.copyOf(columns);
    }

    static QuerySpec of(String registry) {
        return new QuerySpec(registry, List.of(), List.of(), List.of(), null, NO_LIMIT, 0, false, false);
    }

    QuerySpec and(List<Condition> more) {
        return new QuerySpec(
                registry, plus(conditions, more), sorts, columns, search, limit, offset, allVersions, inTrash);
    }

    QuerySpec and(Sort sort) {
        return new QuerySpec(
                registry, conditions, plus(sorts, List.of(sort)), columns, search, limit, offset, allVersions, inTrash);
    }

    QuerySpec withColumns(List<String> paths) {
        return new QuerySpec(registry, conditions, sorts, paths, search, limit, offset, allVersions, inTrash);
    }

    QuerySpec withSearch(String text) {
        return new QuerySpec(registry, conditions, sorts, columns, text, limit, offset, allVersions, inTrash);
    }

    QuerySpec withLimit(long most) {
        return new QuerySpec(registry, conditions, sorts, columns, search, most, offset, allVersions, inTrash);
    }

    QuerySpec withOffset(long skipped) {
        return new QuerySpec(registry, conditions, sorts, columns, search, limit, skipped, allVersions, inTrash);
    }

    QuerySpec withAllVersions() {
        return new QuerySpec(registry, conditions, sorts, columns, search, limit, offset, true, inTrash);
    }

    QuerySpec withTrash() {
        return new QuerySpec(registry, conditions, sorts, columns, search, limit, offset, allVersions, true);
    }

    /** Whether the records come in the order of their ids, all of them. */
    boolean isPlain() {
        return sorts.isEmpty() && search == null && limit == NO_LIMIT && offset == 0;
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
