package lamin.schema.internal.sqlite.translation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lamin.schema.model.Constraint.ForeignKey;

/**
 * How a SQLite database has a table where a model has one word, or none, for several.
 *
 * @param types by column, the declared type
 * @param computedOnReading the generated columns that are not stored
 * @param actions by foreign key, what follows its target: {@code ON UPDATE CASCADE}
 * @param options what follows the closing parenthesis of CREATE TABLE
 */
public record DeclaredForm(
        Map<String, String> types, Set<String> computedOnReading, Map<Key, String> actions, String options) {
    /** As we make a table. */
    static final DeclaredForm OURS = new DeclaredForm(Map.of(), Set.of(), Map.of(), "");

    public DeclaredForm {
        var byColumn = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        byColumn.putAll(types);
        types = Collections.unmodifiableMap(byColumn);
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(computedOnReading);
        computedOnReading = Collections.unmodifiableSet(names);
        actions = Map.copyOf(actions);
    }

    /** What tells a foreign key of one table from another. */
    public record Key(List<String> columns, String target) {
        public Key {
            columns = columns.stream()
                    .map(column -> column.toLowerCase(Locale.ROOT))
                    .toList();
            target = target.toLowerCase(Locale.ROOT);
        }

        public static Key of(ForeignKey key) {
            return new Key(key.columns(), key.target().flat());
        }
    }

    /** The same, but these columns get types of ours. */
    public DeclaredForm withoutTypesOf(Collection<String> columns) {
        var fewer = new TreeMap<>(types);
        columns.forEach(fewer::remove);
        return new DeclaredForm(fewer, computedOnReading, actions, options);
    }

    /** Whether rows have a number of their own beside their key. */
    public boolean hasRowNumbers() {
        return !options.startsWith("WITHOUT ROWID");
    }
}
