package lamin.schema.internal.operation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Folds operations into a model state, the one that a chain of migrations describes. An operation that does not fit the
 * state is refused with {@link MisfitException}. Linear in the number of operations.
 */
public final class Replay {
    private final Map<TableName, Table> tables = new HashMap<>();
    private final Map<TableName, Set<TableName>> referrers = new HashMap<>();
    private final Map<TableName, Sequence> sequences;

    public Replay(SchemaModel start) {
        start.tables().forEach(this::put);
        sequences = new HashMap<>(start.sequencesByName());
    }

    /** The state after these operations of one module. */
    public static SchemaModel of(SchemaModel start, Owner owner, List<Operation> operations) {
        var replay = new Replay(start);
        operations.forEach(operation -> replay.apply(owner, operation));
        return replay.state();
    }

    public SchemaModel state() {
        return SchemaModel.of(tables.values(), sequences.values());
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    public Optional<Sequence> sequence(TableName name) {
        return Optional.ofNullable(sequences.get(name));
    }

    /** Whether a numbered column holds numbers: a later operation may convert it to them. */
    public boolean isInteger(NumberedColumn numbered) {
        return table(numbered.table())
                .flatMap(table -> table.column(numbered.column()))
                .map(column -> switch (column.type()) {
                    case ColumnType.Int16 ignored -> true;
                    case ColumnType.Int32 ignored -> true;
                    case ColumnType.Int64 ignored -> true;
                    default -> false;
                })
                .orElse(true);
    }

    /** The sequences that number a column of this table. */
    public List<Sequence> sequencesOf(TableName table) {
        return sequences.values().stream()
                .filter(sequence -> sequence.numbers().stream()
                        .anyMatch(column -> column.table().equals(table)))
                .toList();
    }

    /** Tables with a foreign key to this one, itself included. */
    public Set<TableName> referrers(TableName table) {
        return Set.copyOf(referrers.getOrDefault(table, Set.of()));
    }

    public void apply(Owner owner, Operation operation) {
        switch (operation) {
            case OnTable change -> applyToTable(owner, change);
            case OnSequence change -> applyToSequence(owner, change);
            case StateOnly(StateChange.Entity(var table, var entity)) ->
                change(table, definition -> definition.withEntity(owner.canonicalEntity(entity, table)));
            case StateOnly(StateChange.Property(var table, var column, var property)) ->
                changeColumn(table, column, definition -> definition.withProperty(property));
            case StateOnly(StateChange.Applied(DropTable(var table))) ->
                removeForGood(existing(table).name());
            case StateOnly(StateChange.Applied(var applied)) -> apply(owner, applied);
            case ChangeRows rows -> requireColumns(rows);
            case Execute ignored -> {}
            case Run ignored -> {}
            case Irreversible ignored -> {}
        }
    }

    private void requireColumns(ChangeRows rows) {
        var table = existing(rows.table());
        switch (rows.change()) {
            case RowChange.Insert(var values) -> values.forEach(value -> column(table, value.column()));
            case RowChange.Update(var values, var ignored) -> values.forEach(value -> column(table, value.column()));
            case RowChange.Delete ignored -> {}
        }
    }

    private void applyToTable(Owner owner, OnTable operation) {
        switch (operation) {
            case CreateTable(var definition) -> create(owner, definition);
            case DropTable(var table) -> drop(table);
            case RenameTable rename -> rename(owner, rename);
            case AddColumn(var table, var column, var ignored) -> add(table, column);
            case DropColumn(var table, var column) -> dropColumn(table, column);
            case RenameColumn rename -> renameColumn(rename);
            case AlterColumn alter ->
                changeColumn(alter.table(), alter.column(), column -> {
                    var altered = column;
                    for (var change : alter.changes()) {
                        altered = change.appliedTo(altered);
                    }
                    return altered;
                });
            case CreatePrimaryKey(var table, var key) -> add(table, key);
            case DropPrimaryKey(var table) -> change(table, definition -> definition.withPrimaryKey(null));
            case CreateForeignKey(var table, var key) -> add(table, key);
            case CreateUniqueConstraint(var table, var unique) -> add(table, unique);
            case CreateCheckConstraint(var table, var check) -> add(table, check);
            case DropConstraint(var table, var name) ->
                change(table, definition -> definition.without(constraint(definition, name)));
            case RenameConstraint(var table, var name, var newName) -> renameConstraint(table, name, newName);
            case CreateIndex(var table, var index, var ignored) -> add(table, index);
            case DropIndex(var table, var name) ->
                change(table, definition -> definition.without(index(definition, name)));
            case RenameIndex(var table, var name, var newName) -> renameIndex(table, name, newName);
            case TableComment(var table, var comment) -> change(table, definition -> definition.withComment(comment));
        }
    }

    private void applyToSequence(Owner owner, OnSequence operation) {
        switch (operation) {
            case CreateSequence(var definition) -> {
                refuseTaken(definition.name());
                put(definition.withModule(owner.module()));
            }
            case DropSequence(var name) ->
                sequences.remove(existingSequence(name).name());
            case RenameSequence(var name, var newName) -> {
                refuseTaken(name.renamed(newName));
                var before = existingSequence(name);
                sequences.remove(name);
                put(before.renamed(name.renamed(newName)));
            }
            case AlterSequence(var name, var changes) -> {
                var altered = existingSequence(name);
                for (var change : changes) {
                    altered = change.appliedTo(altered);
                }
                put(altered);
            }
        }
    }

    private void put(Sequence sequence) {
        sequence.numbers().forEach(numbered -> column(existing(numbered.table()), numbered.column()));
        sequences.put(sequence.name(), sequence);
    }

    private void changeSequences(UnaryOperator<Sequence> change) {
        sequences.replaceAll((name, sequence) -> change.apply(sequence));
    }

    private void refuseTaken(TableName name) {
        if (tables.containsKey(name)) {
            throw new MisfitException("table " + name + " already exists");
        }
        if (sequences.containsKey(name)) {
            throw new MisfitException("sequence " + name + " already exists");
        }
    }

    private void create(Owner owner, Table definition) {
        var name = definition.name();
        refuseTaken(name);
        for (var key : definition.foreignKeys()) {
            if (!key.target().equals(name)) {
                existing(key.target());
            }
        }
        put(definition.withModule(owner.module()).withEntity(owner.canonicalEntity(definition.entity(), name)));
    }

    private void drop(TableName table) {
        existing(table);
        var others = new HashSet<>(referrers.getOrDefault(table, Set.of()));
        others.remove(table);
        if (!others.isEmpty()) {
            throw new MisfitException("table " + table + " cannot go: foreign keys of " + others + " point to it");
        }
        removeForGood(table);
    }

    private void removeForGood(TableName table) {
        remove(table);
        changeSequences(
                sequence -> sequence.keeping(numbered -> !numbered.table().equals(table)));
    }

    private void rename(Owner owner, RenameTable rename) {
        refuseTaken(rename.newName());
        var before = existing(rename.table());
        var others = referrers(rename.table());
        var after = owner.renamed(before, rename.newName());
        var entity = rename.entity();
        remove(rename.table());
        changeSequences(
                sequence -> sequence.following(numbered -> numbered.table().equals(rename.table())
                        ? new NumberedColumn(rename.newName(), numbered.column())
                        : numbered));
        put(entity == null ? after : after.withEntity(owner.canonicalEntity(entity, rename.newName())));
        for (var other : others) {
            var name = other.equals(rename.table()) ? rename.newName() : other;
            change(
                    name,
                    table -> table.withForeignKeys(table.foreignKeys().stream()
                            .map(key -> key.target().equals(rename.table())
                                    ? key.withTarget(rename.newName(), key.targetColumns())
                                    : key)
                            .toList()));
        }
    }

    private void add(TableName table, Column column) {
        if (existing(table).column(column.name()).isPresent()) {
            throw new MisfitException("column " + table + "." + column.name() + " already exists");
        }
        change(table, definition -> definition.with(column));
    }

    private void dropColumn(TableName table, String column) {
        column(existing(table), column);
        for (var other : referrers(table)) {
            for (var key : existing(other).foreignKeys()) {
                if (key.target().equals(table) && key.targetColumns().contains(column) && !other.equals(table)) {
                    throw new MisfitException("column " + table + "." + column + " cannot go: the foreign key of "
                            + other + key.columns() + " points to it");
                }
            }
        }
        change(table, definition -> definition.withoutColumn(column));
        changeSequences(sequence -> sequence.keeping(numbered -> !numbered.equals(new NumberedColumn(table, column))));
    }

    private void renameColumn(RenameColumn rename) {
        var table = existing(rename.table());
        column(table, rename.column());
        if (table.column(rename.newName()).isPresent()) {
            throw new MisfitException("column " + rename.table() + "." + rename.newName() + " already exists");
        }
        var property = rename.property();
        put(table.withRenamedColumn(rename.column(), rename.newName())
                .withColumn(rename.newName(), column -> property == null ? column : column.withProperty(property)));
        changeSequences(sequence ->
                sequence.following(numbered -> numbered.equals(new NumberedColumn(rename.table(), rename.column()))
                        ? new NumberedColumn(rename.table(), rename.newName())
                        : numbered));
        for (var other : referrers(rename.table())) {
            change(
                    other,
                    referrer -> referrer.withForeignKeys(referrer.foreignKeys().stream()
                            .map(key -> key.target().equals(rename.table())
                                    ? key.withTarget(
                                            rename.table(),
                                            key.targetColumns().stream()
                                                    .map(name -> name.equals(rename.column()) ? rename.newName() : name)
                                                    .toList())
                                    : key)
                            .toList()));
        }
    }

    private void add(TableName table, Constraint constraint) {
        var definition = existing(table);
        constraint.columns().forEach(column -> column(definition, column));
        if (constraint instanceof ForeignKey key) {
            key.targetColumns().forEach(column -> column(existing(key.target()), column));
        }
        if (definition.constraint(constraint.nameIn(table)).isPresent()) {
            throw new MisfitException("constraint " + constraint.nameIn(table) + " of " + table + " already exists");
        }
        change(table, before -> before.with(constraint));
    }

    private void add(TableName table, Index index) {
        var definition = existing(table);
        index.columns().forEach(column -> column(definition, column));
        if (definition.index(index.nameIn(table)).isPresent()) {
            throw new MisfitException("index " + index.nameIn(table) + " of " + table + " already exists");
        }
        change(table, before -> before.with(index));
    }

    private void renameConstraint(TableName table, String name, String newName) {
        var before = constraint(existing(table), name);
        var unnamed = named(before, null);
        change(
                table,
                definition -> definition
                        .without(before)
                        .with(unnamed.nameIn(table).equals(newName) ? unnamed : named(before, newName)));
    }

    private static Constraint named(Constraint constraint, @Nullable String name) {
        return switch (constraint) {
            case PrimaryKey key -> new PrimaryKey(name, key.columns());
            case ForeignKey key -> key.withName(name);
            case UniqueConstraint unique -> new UniqueConstraint(name, unique.columns());
            case CheckConstraint check -> new CheckConstraint(name, check.expression());
        };
    }

    private void renameIndex(TableName table, String name, String newName) {
        var before = index(existing(table), name);
        var unnamed = before.named(null);
        change(
                table,
                definition -> definition
                        .without(before)
                        .with(unnamed.nameIn(table).equals(newName) ? unnamed : before.named(newName)));
    }

    private void changeColumn(TableName table, String column, UnaryOperator<Column> change) {
        column(existing(table), column);
        change(table, definition -> definition.withColumn(column, change));
    }

    private void change(TableName table, UnaryOperator<Table> change) {
        put(change.apply(existing(table)));
    }

    private void put(Table table) {
        var before = tables.put(table.name(), table);
        if (before != null) {
            before.foreignKeys().forEach(key -> referrersOf(key.target()).remove(before.name()));
        }
        table.foreignKeys().forEach(key -> referrersOf(key.target()).add(table.name()));
    }

    private void remove(TableName table) {
        var before = tables.remove(table);
        if (before != null) {
            before.foreignKeys().forEach(key -> referrersOf(key.target()).remove(table));
        }
    }

    private Set<TableName> referrersOf(TableName target) {
        return referrers.computeIfAbsent(target, ignored -> new HashSet<>());
    }

    private Table existing(TableName table) {
        return table(table).orElseThrow(() -> new MisfitException("there is no table " + table));
    }

    private Sequence existingSequence(TableName name) {
        return sequence(name).orElseThrow(() -> new MisfitException("there is no sequence " + name));
    }

    private static Column column(Table table, String column) {
        return table.column(column)
                .orElseThrow(() -> new MisfitException("there is no column " + table.name() + "." + column));
    }

    private static Constraint constraint(Table table, String name) {
        return table.constraint(name)
                .orElseThrow(() -> new MisfitException("there is no constraint " + name + " of " + table.name()));
    }

    private static Index index(Table table, String name) {
        return table.index(name)
                .orElseThrow(() -> new MisfitException("there is no index " + name + " of " + table.name()));
    }
}
