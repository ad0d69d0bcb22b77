package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.StateChange;
import lamin.schema.model.Column;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the columns of a table: added, changed and dropped ones. Computed columns are dropped before the columns
 * that they are computed from change, and added after it.
 */
final class ColumnsDiff {
    private final TableName table;
    private final Decisions decisions;
    private final List<Question> questions = new ArrayList<>();
    private final List<Operation> properties = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> replaced = new ArrayList<>();
    private final Set<String> retyped = new HashSet<>();

    ColumnsDiff(Table before, Table after, Decisions decisions) {
        this.table = after.name();
        this.decisions = decisions;
        if (!before.columns().equals(after.columns())) {
            compare(before, after);
        }
    }

    private void compare(Table before, Table after) {
        var old = byName(before);
        var current = byName(after);
        var added = current.values().stream()
                .filter(column -> !old.containsKey(column.name()))
                .toList();
        var gone = old.values().stream()
                .filter(column -> !current.containsKey(column.name()))
                .toList();
        var kept = old.values().stream()
                .filter(column -> current.containsKey(column.name()))
                .map(column -> new Kept(column, Objects.requireNonNull(current.get(column.name()))))
                .toList();
        added.stream().filter(column -> !isComputed(column)).forEach(this::add);
        gone.stream().filter(ColumnsDiff::isComputed).forEach(this::drop);
        kept.forEach(this::compareProperty);
        kept.stream()
                .filter(pair -> pair.isReplaced() && isComputed(pair.old()))
                .forEach(this::dropComputed);
        kept.stream().filter(pair -> !pair.isReplaced()).forEach(pair -> alter(pair.old(), pair.current()));
        kept.stream()
                .filter(pair -> pair.isReplaced() && isComputed(pair.current()))
                .forEach(this::addComputed);
        added.stream().filter(ColumnsDiff::isComputed).forEach(this::add);
        gone.stream().filter(column -> !isComputed(column)).forEach(this::drop);
    }

    /** A column before and after. */
    private record Kept(Column old, Column current) {
        /** No database can turn a plain column into a computed one, or change how a column is computed. */
        boolean isReplaced() {
            return !Objects.equals(Normal.expression(old.generatedAs()), Normal.expression(current.generatedAs()));
        }
    }

    private static boolean isComputed(Column column) {
        return column.generatedAs() != null;
    }

    private static Map<String, Column> byName(Table table) {
        var columns = new LinkedHashMap<String, Column>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    List<Question> questions() {
        return questions;
    }

    /** Operations for columns that now belong to other properties. */
    List<Operation> properties() {
        return properties;
    }

    List<Operation> operations() {
        return operations;
    }

    /** Columns that are dropped and added again, together with everything defined on them. */
    List<String> replaced() {
        return replaced;
    }

    /** Columns whose new type belongs to another family: foreign keys to them cannot stay during the change. */
    Set<String> retyped() {
        return retyped;
    }

    private void add(Column column) {
        boolean mustBeFilled = !column.nullable()
                && column.defaultValue() == null
                && column.generatedAs() == null
                && !column.identity();
        operations.add(new AddColumn(table, column, mustBeFilled ? fill(column) : null));
    }

    private void drop(Column column) {
        operations.add(new DropColumn(table, column.name()));
    }

    private void compareProperty(Kept pair) {
        var column = pair.current();
        if (!pair.old().property().equals(column.property())) {
            properties.add(new StateOnly(new StateChange.Property(table, column.name(), column.property())));
        }
    }

    /** Before the columns that it is computed from change their types. */
    private void dropComputed(Kept pair) {
        replaced.add(pair.old().name());
        drop(pair.old());
        if (!isComputed(pair.current())) {
            add(pair.current());
        }
    }

    /** After the columns that it is computed from have their types. The values of a plain column are lost. */
    private void addComputed(Kept pair) {
        if (!isComputed(pair.old())) {
            var object = Decisions.column(table, pair.old().name());
            if (!decisions.allDrops() && !decisions.drops().contains(object)) {
                questions.add(new Question.Drop(object, false, List.of(), false));
            }
            replaced.add(pair.old().name());
            drop(pair.old());
        }
        add(pair.current());
    }

    private void alter(Column old, Column column) {
        if (!TypeFamily.of(old.type()).equals(TypeFamily.of(column.type()))) {
            retyped.add(column.name());
        }
        var changes = changes(old, column);
        if (!changes.isEmpty()) {
            boolean mustBeFilled =
                    old.nullable() && !column.nullable() && column.defaultValue() == null && !column.identity();
            var fill = mustBeFilled ? fill(column) : null;
            operations.add(new AlterColumn(table, column.name(), changes, null, fill));
        }
    }

    /** The value for rows that have none; a question if it is undecided. */
    private @Nullable String fill(Column column) {
        var object = Decisions.column(table, column.name());
        var fill = decisions.fills().get(object);
        if (fill == null) {
            questions.add(new Question.Fill(object));
        }
        return fill;
    }

    private static List<ColumnChange> changes(Column old, Column column) {
        var changes = new ArrayList<ColumnChange>();
        if (!old.type().equals(column.type())) {
            changes.add(new ColumnChange.Type(column.type()));
        }
        if (old.nullable() != column.nullable()) {
            changes.add(new ColumnChange.Nullability(column.nullable()));
        }
        if (!Normal.defaultOf(old).equals(Normal.defaultOf(column))) {
            changes.add(new ColumnChange.Default(column.defaultValue()));
        }
        if (!Objects.equals(old.collation(), column.collation())) {
            changes.add(new ColumnChange.Collation(column.collation()));
        }
        if (!Objects.equals(old.comment(), column.comment())) {
            changes.add(new ColumnChange.Comment(column.comment()));
        }
        if (old.identity() != column.identity()) {
            changes.add(new ColumnChange.Identity(column.identity()));
        }
        return changes;
    }
}
