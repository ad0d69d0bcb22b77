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
 * The declared form of a table in a SQLite database, where a model does not distinguish several forms.
 *
 * @param types the declared types by column
 * @param computedOnReading the generated columns that are not stored
 * @param actions the text after the target, such as {@code ON UPDATE CASCADE}, by foreign key
 * @param options the text after the closing parenthesis of CREATE TABLE
 */
public record DeclaredForm(
        Map<String, String> types, Set<String> computedOnReading, Map<Key, String> actions, String options) {
    /** The form of tables that this engine creates. */
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

    /** Identifies a foreign key within its table. */
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

    /** The same form, but these columns get this engine's types. */
    public DeclaredForm withoutTypesOf(Collection<String> columns) {
        var fewer = new TreeMap<>(types);
        columns.forEach(fewer::remove);
        return new DeclaredForm(fewer, computedOnReading, actions, options);
    }

    /** Whether rows have a number in addition to their key. */
    public boolean hasRowNumbers() {
        return !options.startsWith("WITHOUT ROWID");
    }
}
