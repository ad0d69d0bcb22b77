package lamin.schema.internal.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.AlterSequence;
import lamin.schema.internal.operation.Operation.ChangeRows;
import lamin.schema.internal.operation.Operation.CreateCheckConstraint;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreatePrimaryKey;
import lamin.schema.internal.operation.Operation.CreateSequence;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.CreateUniqueConstraint;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.internal.operation.Operation.DropSequence;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.Execute;
import lamin.schema.internal.operation.Operation.Irreversible;
import lamin.schema.internal.operation.Operation.OnSchema;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** The reversal of a list of operations. */
public final class Reversal {
    private Reversal() {}

    /** The operations that lead from the resulting state back to {@code before}, the last one first. */
    public static List<Operation> of(SchemaModel before, Owner owner, List<Operation> operations) {
        var replay = new Replay(before);
        var steps = new ArrayList<Operation>();
        for (var operation : operations) {
            steps.addAll(lost(replay, operation).reversed());
            steps.add(reverse(replay, owner, operation));
            replay.apply(owner, operation);
        }
        Collections.reverse(steps);
        return List.copyOf(steps);
    }

    private static Operation reverse(Replay before, Owner owner, Operation operation) {
        return switch (operation) {
            case OnSchema change -> reverseOnSchema(before, owner, change);
            case StateOnly(StateChange.Entity(var table, var ignored)) ->
                new StateOnly(new StateChange.Entity(table, table(before, table).entity()));
            case StateOnly(StateChange.Property(var table, var column, var ignored)) ->
                new StateOnly(new StateChange.Property(
                        table, column, column(before, table, column).property()));
            case StateOnly(StateChange.Applied(var applied)) ->
                new StateOnly(new StateChange.Applied(reverseOnSchema(before, owner, applied)));
            case ChangeRows rows -> reverse(before, rows);
            case Execute ignored -> new Irreversible("write the reverse of the SQL");
            case Run(var step) -> new Irreversible("write the reverse of " + step.getSimpleName());
            case Irreversible irreversible -> irreversible;
        };
    }

    /** An inserted row can be found again by a key among its values; the previous contents of changed rows are unknown. */
    private static Operation reverse(Replay before, ChangeRows rows) {
        return switch (rows.change()) {
            case RowChange.Insert(var values) -> reverseInsert(table(before, rows.table()), values);
            case RowChange.Update ignored -> unknownBefore(rows.table());
            case RowChange.Delete ignored -> unknownBefore(rows.table());
        };
    }

    private static Irreversible unknownBefore(TableName table) {
        return new Irreversible("write what the rows of " + table + " held before");
    }

    /** Without a key a row of somebody else's may have the same values. */
    private static Operation reverseInsert(Table table, List<RowChange.ColumnValue> values) {
        var written = values.stream()
                .filter(value -> value.value() != null && condition(value).isPresent())
                .map(RowChange.ColumnValue::column)
                .toList();
        return keys(table).anyMatch(written::containsAll)
                ? new ChangeRows(
                        table.name(),
                        new RowChange.Delete(values.stream()
                                .map(Reversal::condition)
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(" and "))))
                : new Irreversible("write which row of " + table.name()
                        + " to delete: others may have the same values as the inserted one");
    }

    /** The columns of each key. */
    private static Stream<List<String>> keys(Table table) {
        var key = table.primaryKey();
        var primary = key == null ? Stream.<List<String>>empty() : Stream.of(key.columns());
        var uniques = table.uniques().stream().map(UniqueConstraint::columns);
        var indexes = table.indexes().stream()
                .filter(index -> index.unique() && index.isOnColumnsOnly())
                .map(index -> index.columns());
        return Stream.of(primary, uniques, indexes).flatMap(keys -> keys);
    }

    /** Empty for a value that is not written out: the current time, or the result of SQL. */
    private static Optional<String> condition(RowChange.ColumnValue given) {
        var column = SqlTokens.quote(given.column());
        return switch (given.value()) {
            case null -> Optional.of(column + " is null");
            case DefaultValue.Text text -> Optional.of(column + " = " + text.display());
            case DefaultValue.Numeric number -> Optional.of(column + " = " + number.display());
            case DefaultValue.Bool bool -> Optional.of(column + " = " + bool.display());
            case DefaultValue.Now ignored -> Optional.empty();
            case DefaultValue.Sql ignored -> Optional.empty();
        };
    }

    private static OnSchema reverseOnSchema(Replay before, Owner owner, OnSchema operation) {
        return switch (operation) {
            case OnTable change -> reverseOnTable(before, owner, change);
            case CreateSequence(var definition) -> new DropSequence(definition.name());
            case DropSequence(var name) -> new CreateSequence(sequence(before, name));
            case RenameSequence(var name, var newName) -> new RenameSequence(name.renamed(newName), name.name());
            case AlterSequence(var name, var changes) -> {
                var definition = sequence(before, name);
                yield new AlterSequence(
                        name,
                        changes.stream()
                                .map(change -> change.reversed(definition))
                                .toList());
            }
        };
    }

    private static OnTable reverseOnTable(Replay before, Owner owner, OnTable operation) {
        return switch (operation) {
            case CreateTable(var definition) -> new DropTable(definition.name());
            case DropTable(var table) -> new CreateTable(table(before, table));
            case RenameTable rename -> reverseRename(table(before, rename.table()), owner, rename);
            case AddColumn(var table, var column, var ignored) -> new DropColumn(table, column.name());
            case DropColumn(var table, var column) -> new AddColumn(table, column(before, table, column), null);
            case RenameColumn rename -> reverseRename(column(before, rename.table(), rename.column()), rename);
            case AlterColumn alter -> reverseAlter(column(before, alter.table(), alter.column()), alter);
            case CreatePrimaryKey(var table, var ignored) -> new DropPrimaryKey(table);
            case DropPrimaryKey(var table) -> {
                var key = table(before, table).primaryKey();
                yield new CreatePrimaryKey(table, Objects.requireNonNull(key, "no primary key"));
            }
            case CreateForeignKey(var table, var key) -> new DropConstraint(table, key.nameIn(table));
            case CreateUniqueConstraint(var table, var unique) -> new DropConstraint(table, unique.nameIn(table));
            case CreateCheckConstraint(var table, var check) -> new DropConstraint(table, check.nameIn(table));
            case DropConstraint(var table, var name) -> create(table, constraint(table(before, table), name));
            case RenameConstraint(var table, var name, var newName) -> new RenameConstraint(table, newName, name);
            case CreateIndex(var table, var index, var concurrently) -> new DropIndex(table, index.nameIn(table));
            case DropIndex(var table, var name) ->
                new CreateIndex(table, table(before, table).index(name).orElseThrow(), false);
            case RenameIndex(var table, var name, var newName) -> new RenameIndex(table, newName, name);
            case TableComment(var table, var ignored) ->
                new TableComment(table, table(before, table).comment());
        };
    }

    /** Recreates the keys, checks and indexes that were dropped with a column, and the numbering by sequences that stay. */
    private static List<? extends Operation> lost(Replay before, Operation operation) {
        return switch (operation) {
            case OnSchema change -> lostWith(before, change);
            case StateOnly(StateChange.Applied(var applied)) ->
                lostWith(before, applied).stream()
                        .map(change -> new StateOnly(new StateChange.Applied(change)))
                        .toList();
            case StateOnly ignored -> List.of();
            case ChangeRows ignored -> List.of();
            case Execute ignored -> List.of();
            case Run ignored -> List.of();
            case Irreversible ignored -> List.of();
        };
    }

    private static List<? extends OnSchema> lostWith(Replay before, OnSchema operation) {
        return switch (operation) {
            case DropTable(var table) ->
                lostNumbering(before, table, numbered -> numbered.table().equals(table));
            case DropColumn(var table, var column) ->
                Stream.concat(
                                lost(table(before, table), column).stream(),
                                lostNumbering(before, table, new NumberedColumn(table, column)::equals).stream())
                        .toList();
            case OnTable ignored -> List.of();
            case OnSequence ignored -> List.of();
        };
    }

    private static List<AlterSequence> lostNumbering(
            Replay before, TableName table, Predicate<NumberedColumn> isDropped) {
        return before.sequencesOf(table).stream()
                .filter(sequence -> sequence.numbers().stream().anyMatch(isDropped))
                .map(sequence ->
                        new AlterSequence(sequence.name(), List.of(new SequenceChange.Numbers(sequence.numbers()))))
                .toList();
    }

    private static List<OnTable> lost(Table before, String column) {
        var after = before.withoutColumn(column);
        var kept = after.constraints().toList();
        Stream<OnTable> constraints = before.constraints()
                .filter(constraint -> !kept.contains(constraint))
                .map(constraint -> create(before.name(), constraint));
        Stream<OnTable> indexes = before.indexes().stream()
                .filter(index -> !after.indexes().contains(index))
                .map(index -> new CreateIndex(before.name(), index, false));
        return Stream.concat(constraints, indexes).toList();
    }

    /** The operation that creates a constraint. */
    public static OnTable create(TableName table, Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> new CreatePrimaryKey(table, key);
            case ForeignKey key -> new CreateForeignKey(table, key);
            case UniqueConstraint unique -> new CreateUniqueConstraint(table, unique);
            case CheckConstraint check -> new CreateCheckConstraint(table, check);
        };
    }

    private static RenameTable reverseRename(Table before, Owner owner, RenameTable rename) {
        var after = owner.renamed(before, rename.newName());
        var entity = rename.entity();
        var back = owner.renamed(entity == null ? after : after.withEntity(entity), before.name());
        return new RenameTable(
                rename.newName(), rename.table(), back.isOfEntity(before.entity()) ? null : before.entity());
    }

    private static RenameColumn reverseRename(Column before, RenameColumn rename) {
        var after = before.renamed(rename.newName());
        var property = rename.property();
        var back = (property == null ? after : after.withProperty(property)).renamed(before.name());
        return new RenameColumn(
                rename.table(),
                rename.newName(),
                before.name(),
                back.property().equals(before.property()) ? null : before.property());
    }

    private static AlterColumn reverseAlter(Column before, AlterColumn alter) {
        var changes = alter.changes().stream()
                .<ColumnChange>map(change -> switch (change) {
                    case ColumnChange.Type ignored -> new ColumnChange.Type(before.type());
                    case ColumnChange.Nullability ignored -> new ColumnChange.Nullability(before.nullable());
                    case ColumnChange.Default ignored -> new ColumnChange.Default(before.defaultValue());
                    case ColumnChange.Collation ignored -> new ColumnChange.Collation(before.collation());
                    case ColumnChange.Comment ignored -> new ColumnChange.Comment(before.comment());
                    case ColumnChange.Identity ignored -> new ColumnChange.Identity(before.identity());
                })
                .toList();
        return new AlterColumn(alter.table(), alter.column(), changes, null, null);
    }

    private static Table table(Replay state, TableName name) {
        return state.table(name).orElseThrow(() -> new MisfitException("there is no table " + name));
    }

    private static Sequence sequence(Replay state, TableName name) {
        return state.sequence(name).orElseThrow(() -> new MisfitException("there is no sequence " + name));
    }

    private static Column column(Replay state, TableName table, String column) {
        return table(state, table)
                .column(column)
                .orElseThrow(() -> new MisfitException("there is no column " + table + "." + column));
    }

    private static Constraint constraint(Table table, String name) {
        return table.constraint(name)
                .orElseThrow(() -> new MisfitException("there is no constraint " + name + " of " + table.name()));
    }
}
