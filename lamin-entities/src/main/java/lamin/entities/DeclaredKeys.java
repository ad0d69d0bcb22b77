package lamin.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lamin.schema.internal.sql.OrderedKey;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import org.jspecify.annotations.Nullable;

/**
 * The unique constraints and indexes that authors list in {@code @Table} and similar annotations. They are read from
 * the annotations: Hibernate's metadata keeps neither the kind nor the order of a unique index, and splits expressions
 * at each comma.
 */
final class DeclaredKeys {
    private static final Pattern WHERE = Pattern.compile("(?is)where\\s+(.+)");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\w.$]+");

    private final MappedTable table;
    private final Problems problems;
    private final List<UniqueConstraint> uniques = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    DeclaredKeys(MappedTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
        table.uniques().forEach(this::unique);
        table.indexes().forEach(this::index);
    }

    List<UniqueConstraint> uniques() {
        return uniques;
    }

    /**
     * Unique ones among them are those that a constraint cannot express: with a predicate, an expression or an order.
     */
    List<Index> indexes() {
        return indexes;
    }

    private void unique(jakarta.persistence.UniqueConstraint declared) {
        var keys = Arrays.stream(declared.columnNames())
                .flatMap(name -> columns(name).stream())
                .map(Index.Key::column)
                .toList();
        add(declared.name(), keys, true, where(RunningHibernate.options(declared)));
    }

    private void index(jakarta.persistence.Index declared) {
        var keys = SqlTokens.split(declared.columnList()).stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> keys(text).stream())
                .toList();
        add(declared.name(), keys, declared.unique(), where(RunningHibernate.options(declared)));
    }

    private void add(String givenName, List<Index.Key> keys, boolean unique, @Nullable String where) {
        var name = givenName.isBlank() ? null : givenName;
        if (keys.isEmpty()) {
            return; // none of its columns was found, which has been reported
        }
        var index = new Index(name, keys, unique, null).where(where);
        if (unique && index.isOnColumnsOnly()) {
            uniques.add(new UniqueConstraint(name, index.columns()));
        } else {
            indexes.add(index);
        }
    }

    private List<Index.Key> keys(String text) {
        var key = OrderedKey.parse(text);
        return IDENTIFIER.matcher(key.text()).matches()
                ? columns(key.text()).stream()
                        .<Index.Key>map(column -> new Index.Key.OnColumn(column, key.descending()))
                        .toList()
                : List.of(Index.Key.expression(SqlTokens.unwrap(key.text()), key.descending()));
    }

    /** The columns with that name or, if there are none, of the property with that name. */
    private List<String> columns(String name) {
        var ofColumn = names(mapped -> mapped.column().getName().equals(name));
        var found = ofColumn.isEmpty() ? names(mapped -> mapped.path().equals(name)) : ofColumn;
        if (found.isEmpty()) {
            problems.add(
                    table.source(),
                    "an index or unique constraint names " + name + ", which is not a column; the columns are "
                            + String.join(", ", names(mapped -> true)));
        }
        return found;
    }

    private List<String> names(Predicate<MappedColumn> condition) {
        return table.columns().stream()
                .filter(condition)
                .map(mapped -> mapped.column().getName())
                .toList();
    }

    private @Nullable String where(String options) {
        if (options.isBlank()) {
            return null;
        }
        var where = WHERE.matcher(options.strip());
        if (where.matches()) {
            return where.group(1);
        }
        problems.add(table.source(), "options = \"" + options + "\" is not understood; write \"where ...\" or nothing");
        return null;
    }
}
