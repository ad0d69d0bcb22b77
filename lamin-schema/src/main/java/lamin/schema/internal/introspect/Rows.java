package lamin.schema.internal.introspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Groups the rows of a catalog query. */
public final class Rows {
    private Rows() {}

    /** The rows by key; keys and rows keep their order. */
    public static <K, T> Map<K, List<T>> grouped(List<T> rows, Function<T, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
