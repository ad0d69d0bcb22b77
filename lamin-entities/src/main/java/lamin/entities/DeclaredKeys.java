package lamin.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import org.jspecify.annotations.Nullable;

/**
 * The unique constraints and indexes that authors list in {@code @Table} and the like. They are read from the annotations:
 * Hibernate's metadata keeps neither the kind nor the order of a unique index, and takes expressions apart at each comma.
 */
final class DeclaredKeys {
    private static final Pattern WHERE = Pattern.compile("(?is)where\\s+(.+)");
    private static final Pattern ORDERED = Pattern.compile("(?is)(.+?)\\s+(asc|desc)");
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

    /** Unique ones among them are those that no constraint can say: with a predicate, an expression or an order. */
    List<Index> indexes() {
        return indexes;
    }

    private void unique(jakarta.persistence.UniqueConstraint declared) {
        var keys = Arrays.stream(declared.columnNames())
                .flatMap(name -> columns(name).stream())
                .map(Index.Key::column)
                .toList();
        add(declared.name(), keys, true, where(declared.options()));
    }

    private void index(jakarta.persistence.Index declared) {
        var keys = split(declared.columnList()).stream()
                .flatMap(text -> keys(text).stream())
                .toList();
        add(declared.name(), keys, declared.unique(), where(declared.options()));
    }

    private void add(String givenName, List<Index.Key> keys, boolean unique, @Nullable String where) {
        var name = givenName.isBlank() ? null : givenName;
        if (keys.isEmpty()) {
            return; // none of its columns was found, which has been told
        }
        if (unique && where == null && keys.stream().noneMatch(key -> key.expression() || key.descending())) {
            uniques.add(new UniqueConstraint(
                    name, keys.stream().map(Index.Key::text).toList()));
        } else {
            indexes.add(new Index(name, keys, unique, where));
        }
    }

    private List<Index.Key> keys(String text) {
        var ordered = ORDERED.matcher(text);
        boolean hasOrder = ordered.matches();
        var key = hasOrder ? ordered.group(1) : text;
        boolean descending = hasOrder && ordered.group(2).equalsIgnoreCase("desc");
        return IDENTIFIER.matcher(key).matches()
                ? columns(key).stream()
                        .map(column -> new Index.Key(column, false, descending))
                        .toList()
                : List.of(new Index.Key(withoutParentheses(key), true, descending));
    }

    /** The columns of that name or, if there is none, of the property of that name. */
    private List<String> columns(String name) {
        var ofColumn = names(mapped -> mapped.column().getName().equals(name));
        var found = ofColumn.isEmpty() ? names(mapped -> mapped.path().equals(name)) : ofColumn;
        if (found.isEmpty()) {
            problems.add(
                    table.source(),
                    "an index or unique constraint names " + name + ", which is no column; the columns are "
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

    /** The parts between the commas that stand outside parentheses and quotes. */
    static List<String> split(String columnList) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= columnList.length(); i++) {
            char c = i == columnList.length() ? ',' : columnList.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i == columnList.length() || (c == ',' && depth == 0 && !quoted)) {
                parts.add(columnList.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** JPA has parentheses around an expression; the databases add their own. */
    private static String withoutParentheses(String expression) {
        if (!expression.startsWith("(") || !expression.endsWith(")")) {
            return expression;
        }
        int depth = 0;
        for (int i = 0; i < expression.length() - 1; i++) {
            depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return expression;
            }
        }
        return expression.substring(1, expression.length() - 1).strip();
    }
}
