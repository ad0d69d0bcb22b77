package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.internal.operation.Reversal;
import lamin.schema.internal.operation.StateChange;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Names;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * The operations between two states of a table in which every renamed column already has its new name: drops and then
 * renames of constraints and indexes, then columns, then new constraints and indexes.
 */
final class TableDiff {
    private final Table before;
    private final Table after;
    private final TableName name;
    private final ColumnsDiff columns;
    private final PartsDiff<PrimaryKey> primaryKeys;
    private final PartsDiff<ForeignKey> foreignKeys;
    private final PartsDiff<UniqueConstraint> uniques;
    private final PartsDiff<CheckConstraint> checks;
    private final PartsDiff<Index> indexes;

    TableDiff(Table before, Table after, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.name = after.name();
        this.columns = new ColumnsDiff(before, after, decisions);
        var left = left();
        this.primaryKeys = constraints(primaryKey(left), primaryKey(after));
        this.foreignKeys = foreignKeys(left.foreignKeys(), after.foreignKeys());
        this.uniques = constraints(left.uniques(), after.uniques());
        this.checks = constraints(left.checks(), after.checks());
        this.indexes = PartsDiff.between(left.indexes(), after.indexes(), Normal::index, index -> index.nameIn(name));
    }

    /** The table without the parts that are dropped with columns that are dropped and added again. */
    private Table left() {
        var left = before;
        for (var column : columns.replaced()) {
            left = left.withoutColumn(column);
        }
        return left;
    }

    private static List<PrimaryKey> primaryKey(Table table) {
        var key = table.primaryKey();
        return key == null ? List.of() : List.of(key);
    }

    private <C extends Constraint> PartsDiff<C> constraints(List<C> old, List<C> current) {
        return PartsDiff.between(old, current, Normal::constraint, constraint -> constraint.nameIn(name));
    }

    /** Foreign keys on columns whose type changes its family are rebuilt. */
    private PartsDiff<ForeignKey> foreignKeys(List<ForeignKey> old, List<ForeignKey> current) {
        var oldOnes = old.stream().collect(Collectors.partitioningBy(this::isRetyped));
        var currentOnes = current.stream().collect(Collectors.partitioningBy(this::isRetyped));
        return constraints(part(oldOnes, false), part(currentOnes, false))
                .and(part(oldOnes, true), part(currentOnes, true));
    }

    private static List<ForeignKey> part(Map<Boolean, List<ForeignKey>> parts, boolean isRetyped) {
        return parts.getOrDefault(isRetyped, List.of());
    }

    private boolean isRetyped(Constraint key) {
        return key.columns().stream().anyMatch(columns.retyped()::contains);
    }

    /** The table as it will be. */
    Table table() {
        return after;
    }

    List<Question> questions() {
        return columns.questions();
    }

    /** Whether the keys that foreign keys can reference have changed. */
    boolean changesKeys() {
        return !primaryKeys.isEmpty()
                || !uniques.isEmpty()
                || Stream.concat(indexes.created().stream(), indexes.dropped().stream())
                        .anyMatch(index -> index.unique() && index.isOnColumnsOnly())
                || Stream.concat(primaryKey(after).stream(), after.uniques().stream())
                        .anyMatch(this::isRetyped);
    }

    List<Index> createdIndexes() {
        return indexes.created();
    }

    List<UniqueConstraint> createdUniques() {
        return uniques.created();
    }

    /** Drops of parts that are in the way of other tables. */
    List<Operation> early(Elsewhere elsewhere) {
        var operations = new ArrayList<Operation>();
        foreignKeys.dropped().stream()
                .filter(elsewhere::changesTargetOf)
                .map(this::drop)
                .forEach(operations::add);
        uniques.dropped().stream()
                .filter(unique -> elsewhere.takesName(unique.nameIn(name), name))
                .map(this::drop)
                .forEach(operations::add);
        indexes.dropped().stream()
                .filter(index -> elsewhere.takesName(index.nameIn(name), name))
                .map(this::drop)
                .forEach(operations::add);
        return operations;
    }

    /** Operations that are neither early nor late. */
    List<Operation> operations(Elsewhere elsewhere) {
        Predicate<ForeignKey> isInTurn = key -> !elsewhere.changesTargetOf(key);
        var operations = new ArrayList<Operation>();
        if (!before.isOfEntity(after.entity())) {
            operations.add(new StateOnly(new StateChange.Entity(name, after.entity())));
        }
        operations.addAll(columns.properties());
        foreignKeys.dropped().stream().filter(isInTurn).map(this::drop).forEach(operations::add);
        uniques.dropped().stream()
                .filter(unique -> !elsewhere.takesName(unique.nameIn(name), name))
                .map(this::drop)
                .forEach(operations::add);
        checks.dropped().stream().map(this::drop).forEach(operations::add);
        primaryKeys.dropped().forEach(key -> operations.add(new DropPrimaryKey(name)));
        indexes.dropped().stream()
                .filter(index -> !elsewhere.takesName(index.nameIn(name), name))
                .map(this::drop)
                .forEach(operations::add);
        operations.addAll(renames());
        operations.addAll(columns.operations());
        primaryKeys.created().stream().map(this::create).forEach(operations::add);
        foreignKeys.created().stream().filter(isInTurn).map(this::create).forEach(operations::add);
        uniques.created().stream().map(this::create).forEach(operations::add);
        checks.created().stream().map(this::create).forEach(operations::add);
        indexes.created().forEach(index -> operations.add(new CreateIndex(name, index, false)));
        if (!Objects.equals(before.comment(), after.comment())) {
            operations.add(new TableComment(name, after.comment()));
        }
        return operations;
    }

    /** Foreign keys that reference new keys. */
    List<Operation> late(Elsewhere elsewhere) {
        return foreignKeys.created().stream()
                .filter(elsewhere::changesTargetOf)
                .map(this::create)
                .toList();
    }

    private Operation drop(Constraint constraint) {
        return new DropConstraint(name, constraint.nameIn(name));
    }

    private Operation drop(Index index) {
        return new DropIndex(name, index.nameIn(name));
    }

    private Operation create(Constraint constraint) {
        return Reversal.create(name, constraint);
    }

    private List<Operation> renames() {
        var operations = new ArrayList<Operation>();
        Stream.of(primaryKeys, foreignKeys, uniques, checks)
                .map(PartsDiff::renames)
                .forEach(renames -> rename(renames, (from, to) -> new RenameConstraint(name, from, to), operations));
        rename(indexes.renames(), (from, to) -> new RenameIndex(name, from, to), operations);
        return operations;
    }

    private static void rename(
            Map<String, String> renames, BiFunction<String, String, Operation> rename, List<Operation> operations) {
        RenameOrder.apply(renames, Names::temporaryName, (from, to) -> operations.add(rename.apply(from, to)));
    }
}
