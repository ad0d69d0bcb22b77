package lamin.schema.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.ColumnChange;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreatePrimaryKey;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropConstraint;
import lamin.schema.operation.Operation.DropIndex;
import lamin.schema.operation.Operation.DropPrimaryKey;
import lamin.schema.operation.Operation.RenameConstraint;
import lamin.schema.operation.Operation.RenameIndex;
import lamin.schema.operation.Operation.StateOnly;
import lamin.schema.operation.Operation.TableComment;
import lamin.schema.operation.Reversal;
import lamin.schema.operation.StateChange;
import lamin.schema.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/**
 * The operations between two states of a table in which every renamed column has its new name already: drops of
 * constraints and indexes, then columns, then new constraints and indexes.
 */
final class TableDiff {
    private final Table before;
    private final Table after;
    private final TableName name;
    private final Decisions decisions;
    private final List<Question> questions = new ArrayList<>();
    private final List<Operation> renamed = new ArrayList<>();
    private final List<Operation> dropped = new ArrayList<>();
    private final List<Operation> columns = new ArrayList<>();
    private final List<Operation> created = new ArrayList<>();

    TableDiff(Table before, Table after, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.name = after.name();
        this.decisions = decisions;
        compareOwner();
        comparePrimaryKeys();
        compareConstraints(
                before.foreignKeys(),
                after.foreignKeys(),
                (x, y) -> x.withName(null).equals(y.withName(null)));
        compareConstraints(
                before.uniques(), after.uniques(), (x, y) -> x.columns().equals(y.columns()));
        compareConstraints(before.checks(), after.checks(), TableDiff::isSameCheck);
        compareIndexes();
        compareColumns();
        if (!Objects.equals(before.comment(), after.comment())) {
            created.add(new TableComment(name, after.comment()));
        }
    }

    List<Operation> operations() {
        var all = new ArrayList<>(renamed);
        all.addAll(dropped);
        all.addAll(columns);
        all.addAll(created);
        return all;
    }

    List<Question> questions() {
        return questions;
    }

    private void compareOwner() {
        if (!before.isOfEntity(after.entity())) {
            renamed.add(new StateOnly(new StateChange.Entity(name, after.entity())));
        }
    }

    private void comparePrimaryKeys() {
        var old = before.primaryKey();
        var key = after.primaryKey();
        var oldColumns = old == null ? List.of() : old.columns();
        var newColumns = key == null ? List.of() : key.columns();
        if (oldColumns.equals(newColumns)) {
            if (old != null && key != null && !old.nameIn(name).equals(key.nameIn(name))) {
                renamed.add(new RenameConstraint(name, old.nameIn(name), key.nameIn(name)));
            }
            return;
        }
        if (old != null) {
            dropped.add(new DropPrimaryKey(name));
        }
        if (key != null) {
            created.add(new CreatePrimaryKey(name, key));
        }
    }

    private <C extends Constraint> void compareConstraints(List<C> old, List<C> current, BiPredicate<C, C> isSame) {
        compare(
                old,
                current,
                isSame,
                constraint -> constraint.nameIn(name),
                (from, to) -> renamed.add(new RenameConstraint(name, from, to)),
                constraint -> dropped.add(new DropConstraint(name, constraint.nameIn(name))),
                constraint -> created.add(Reversal.create(name, constraint)));
    }

    private void compareIndexes() {
        compare(
                before.indexes(),
                after.indexes(),
                TableDiff::isSameIndex,
                index -> index.nameIn(name),
                (from, to) -> renamed.add(new RenameIndex(name, from, to)),
                index -> dropped.add(new DropIndex(name, index.nameIn(name))),
                index -> created.add(new CreateIndex(name, index, false)));
    }

    /** Pairs what has both name and content in common, then what has the content alone: that is a rename. */
    private static <T> void compare(
            List<T> old,
            List<T> current,
            BiPredicate<T, T> isSame,
            Function<T, String> nameOf,
            BiConsumer<String, String> rename,
            Consumer<T> drop,
            Consumer<T> create) {
        var left = new ArrayList<>(old);
        var right = new ArrayList<>(current);
        removePairs(left, right, (x, y) -> isSame.test(x, y) && nameOf.apply(x).equals(nameOf.apply(y)), (x, y) -> {});
        removePairs(left, right, isSame, (x, y) -> rename.accept(nameOf.apply(x), nameOf.apply(y)));
        left.forEach(drop);
        right.forEach(create);
    }

    private static <T> void removePairs(List<T> left, List<T> right, BiPredicate<T, T> match, BiConsumer<T, T> found) {
        for (var x : List.copyOf(left)) {
            right.stream().filter(y -> match.test(x, y)).findFirst().ifPresent(y -> {
                left.remove(x);
                right.remove(y);
                found.accept(x, y);
            });
        }
    }

    private static boolean isSameCheck(CheckConstraint x, CheckConstraint y) {
        return normal(x.expression()).equals(normal(y.expression()));
    }

    private static boolean isSameIndex(Index x, Index y) {
        return x.unique() == y.unique()
                && normal(Objects.requireNonNullElse(x.where(), ""))
                        .equals(normal(Objects.requireNonNullElse(y.where(), "")))
                && x.keys().stream()
                        .map(key -> normal(key.spelling()))
                        .toList()
                        .equals(y.keys().stream()
                                .map(key -> normal(key.spelling()))
                                .toList());
    }

    /** The expression in one spelling: single blanks, words in lower case. */
    private static String normal(String expression) {
        return SqlTokens.significant(expression).stream()
                .map(token -> switch (token.kind()) {
                    case WORD -> token.text().toLowerCase(Locale.ROOT);
                    default -> token.text();
                })
                .collect(Collectors.joining(" "));
    }

    private void compareColumns() {
        after.columns().stream()
                .filter(column -> before.column(column.name()).isEmpty())
                .forEach(this::add);
        for (var old : before.columns()) {
            after.column(old.name()).ifPresent(column -> compare(old, column));
        }
        var gone = before.columns().stream()
                .filter(column -> after.column(column.name()).isEmpty())
                .toList();
        gone.stream().filter(column -> column.generatedAs() != null).forEach(this::drop);
        gone.stream().filter(column -> column.generatedAs() == null).forEach(this::drop);
    }

    private void add(Column column) {
        var object = Decisions.column(name, column.name());
        var fill = decisions.fills().get(object);
        boolean mustBeFilled = !column.nullable()
                && column.defaultValue() == null
                && column.generatedAs() == null
                && !column.identity();
        if (mustBeFilled && fill == null) {
            questions.add(new Question.Fill(object));
        }
        columns.add(new AddColumn(name, column, mustBeFilled ? fill : null));
    }

    private void drop(Column column) {
        columns.add(new DropColumn(name, column.name()));
    }

    private void compare(Column old, Column column) {
        if (!old.property().equals(column.property())) {
            renamed.add(new StateOnly(new StateChange.Property(name, column.name(), column.property())));
        }
        if (!isSameExpression(old.generatedAs(), column.generatedAs())) {
            drop(old);
            add(column);
            return;
        }
        var changes = changes(old, column);
        if (changes.isEmpty()) {
            return;
        }
        var object = Decisions.column(name, column.name());
        var fill = decisions.fills().get(object);
        boolean mustBeFilled = old.nullable() && !column.nullable() && column.defaultValue() == null;
        if (mustBeFilled && fill == null) {
            questions.add(new Question.Fill(object));
        }
        columns.add(new AlterColumn(name, column.name(), changes, null, mustBeFilled ? fill : null));
    }

    private static List<ColumnChange> changes(Column old, Column column) {
        var changes = new ArrayList<ColumnChange>();
        if (!old.type().equals(column.type())) {
            changes.add(new ColumnChange.Type(column.type()));
        }
        if (old.nullable() != column.nullable()) {
            changes.add(new ColumnChange.Nullability(column.nullable()));
        }
        if (!isSameDefault(old.defaultValue(), column.defaultValue())) {
            changes.add(new ColumnChange.Default(column.defaultValue()));
        }
        if (!Objects.equals(old.collation(), column.collation())) {
            changes.add(new ColumnChange.Collation(column.collation()));
        }
        if (!Objects.equals(old.comment(), column.comment())) {
            changes.add(new ColumnChange.Comment(column.comment()));
        }
        return changes;
    }

    private static boolean isSameExpression(@Nullable String x, @Nullable String y) {
        return normal(Objects.requireNonNullElse(x, "")).equals(normal(Objects.requireNonNullElse(y, "")));
    }

    private static boolean isSameDefault(@Nullable DefaultValue x, @Nullable DefaultValue y) {
        if (x instanceof DefaultValue.Sql(var sqlite1, var postgresql1)
                && y instanceof DefaultValue.Sql(var sqlite2, var postgresql2)) {
            return normal(sqlite1).equals(normal(sqlite2))
                    && normal(postgresql1).equals(normal(postgresql2));
        }
        if (x instanceof DefaultValue.Numeric(var number1) && y instanceof DefaultValue.Numeric(var number2)) {
            return number1.compareTo(number2) == 0;
        }
        return Objects.equals(x, y);
    }
}
