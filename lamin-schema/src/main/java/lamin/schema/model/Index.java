package lamin.schema.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table; {@code name} as for a {@link Constraint}.
 *
 * @param where the predicate of a partial index
 */
public record Index(
        @Nullable String name,
        List<Key> keys,
        boolean unique,
        @Nullable String where) {
    public Index {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an index needs a column or an expression");
        }
    }

    public static Index on(String... columns) {
        return new Index(null, List.of(columns).stream().map(Key::column).toList(), false, null);
    }

    public Index named(@Nullable String newName) {
        return new Index(newName, keys, unique, where);
    }

    /** The columns it is on, expressions left out. */
    public List<String> columns() {
        return keys.stream().filter(key -> !key.expression()).map(Key::text).toList();
    }

    /** The name that the database knows it by. */
    public String nameIn(TableName table) {
        var parts = keys.stream()
                .map(key -> key.expression() ? Names.hash(key.text()) : key.text())
                .collect(Collectors.toList());
        if (where != null) {
            parts.add(Names.hash(where));
        }
        return name != null ? name : Names.of(table, parts, "idx");
    }

    /** One column, or one expression, and its order. */
    public record Key(String text, boolean expression, boolean descending) {
        public static Key column(String name) {
            return new Key(name, false, false);
        }
    }
}
