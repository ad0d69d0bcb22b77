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
 * Changes to the columns of a table: added, changed and dropped ones; columns that others are computed from are dropped
 * last.
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
        added.stream().filter(column -> column.generatedAs() == null).forEach(this::add);
        old.values().stream()
                .filter(column -> current.containsKey(column.name()))
                .forEach(column -> compare(column, Objects.requireNonNull(current.get(column.name()))));
        added.stream().filter(column -> column.generatedAs() != null).forEach(this::add);
        var gone = old.values().stream()
                .filter(column -> !current.containsKey(column.name()))
                .toList();
        gone.stream().filter(column -> column.generatedAs() != null).forEach(this::drop);
        gone.stream().filter(column -> column.generatedAs() == null).forEach(this::drop);
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

    private void compare(Column old, Column column) {
        if (!old.property().equals(column.property())) {
            properties.add(new StateOnly(new StateChange.Property(table, column.name(), column.property())));
        }
        if (Objects.equals(Normal.expression(old.generatedAs()), Normal.expression(column.generatedAs()))) {
            alter(old, column);
        } else {
            replace(old, column);
        }
    }

    /** No database can turn a plain column into a computed one, so the values of the plain one are lost. */
    private void replace(Column old, Column column) {
        var object = Decisions.column(table, old.name());
        boolean isGiven = decisions.allDrops() || decisions.drops().contains(object);
        if (old.generatedAs() == null && !isGiven) {
            questions.add(new Question.Drop(object, false, List.of(), false));
        }
        replaced.add(column.name());
        drop(old);
        add(column);
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
