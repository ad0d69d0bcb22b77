package lamin.schema.model;

import java.util.List;
import java.util.Locale;
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

    /** Whether no two rows have the same values in its columns. */
    boolean isKey() {
        return unique && where == null && keys.stream().noneMatch(Key::expression);
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
        private static final String DESCENDING = " desc";

        public static Key column(String name) {
            return new Key(name, false, false);
        }

        /** Reads {@code x}, {@code x desc}, {@code (lower(x))} or {@code (lower(x)) desc}. */
        public static Key parse(String spelling) {
            var text = spelling.strip();
            boolean descending = text.toLowerCase(Locale.ROOT).endsWith(DESCENDING);
            text = descending
                    ? text.substring(0, text.length() - DESCENDING.length()).strip()
                    : text;
            boolean expression = text.startsWith("(") && text.endsWith(")");
            return new Key(expression ? text.substring(1, text.length() - 1) : text, expression, descending);
        }

        /** The spelling that {@link #parse} reads. */
        public String spelling() {
            return (expression ? "(" + text + ")" : text) + (descending ? DESCENDING : "");
        }
    }
}
