package lamin.schema.internal.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.model.Constraint;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Describes an operation in a few words: its kind, the object, and the changes. */
public final class Description {
    private Description() {}

    /** Describes an operation that is about to be applied to the state. */
    public static String of(Operation operation, Replay before) {
        return switch (operation) {
            case CreateTable(var table) -> "createTable " + table.name();
            case DropTable(var table) -> "dropTable " + table;
            case RenameTable rename -> "renameTable " + rename.table() + " " + rename.newName();
            case AddColumn(var table, var column, var ignored) -> "addColumn " + table + "." + column.name();
            case DropColumn(var table, var column) -> "dropColumn " + table + "." + column;
            case RenameColumn rename ->
                "renameColumn " + rename.table() + "." + rename.column() + " " + rename.newName();
            case AlterColumn alter ->
                "alterColumn " + alter.table() + "." + alter.column() + " "
                        + alter.changes().stream().map(Description::word).collect(Collectors.joining(" "));
            case CreatePrimaryKey(var table, var key) -> "createPrimaryKey " + part(table, key.name(), key.columns());
            case DropPrimaryKey(var table) -> "dropPrimaryKey " + table;
            case CreateForeignKey(var table, var key) ->
                "createForeignKey " + part(table, key.name(), key.columns()) + " " + key.target();
            case CreateUniqueConstraint(var table, var unique) ->
                "createUniqueConstraint " + part(table, unique.name(), unique.columns());
            case CreateCheckConstraint(var table, var check) ->
                "createCheckConstraint " + part(table, check.nameIn(table), List.of());
            case DropConstraint(var table, var name) -> "dropConstraint " + constraint(before, table, name);
            case RenameConstraint rename ->
                "renameConstraint " + rename.table() + " " + rename.constraint() + " " + rename.newName();
            case CreateIndex(var table, var index, var ignored) ->
                "createIndex " + part(table, index.name(), index.columns());
            case DropIndex(var table, var name) -> "dropIndex " + index(before, table, name);
            case RenameIndex rename -> "renameIndex " + rename.table() + " " + rename.index() + " " + rename.newName();
            case TableComment(var table, var ignored) -> "tableComment " + table;
            case CreateSequence(var sequence) -> "createSequence " + sequence.name();
            case DropSequence(var sequence) -> "dropSequence " + sequence;
            case RenameSequence(var sequence, var newName) -> "renameSequence " + sequence + " " + newName;
            case AlterSequence(var sequence, var changes) ->
                "alterSequence " + sequence + " "
                        + changes.stream().map(Description::word).collect(Collectors.joining(" "));
            case ChangeRows(var table, var change) ->
                switch (change) {
                    case RowChange.Insert ignored -> "insertInto " + table;
                    case RowChange.Update ignored -> "update " + table;
                    case RowChange.Delete ignored -> "deleteFrom " + table;
                };
            case Execute(var sql) ->
                "execute " + sql.toString().lines().findFirst().orElse("");
            case Run(var step) -> "run " + step.getSimpleName();
            case Irreversible(var reason) -> "irreversible " + reason;
            case StateOnly(StateChange.Entity(var table, var entity)) -> "stateOnly entity " + table + " " + entity;
            case StateOnly(StateChange.Property(var table, var column, var property)) ->
                "stateOnly property " + table + "." + column + " " + property;
            case StateOnly(StateChange.Applied(var applied)) -> "stateOnly " + of(applied, before);
        };
    }

    private static String word(ColumnChange change) {
        return switch (change) {
            case ColumnChange.Type ignored -> "type";
            case ColumnChange.Nullability ignored -> "nullable";
            case ColumnChange.Default ignored -> "default";
            case ColumnChange.Collation ignored -> "collation";
            case ColumnChange.Comment ignored -> "comment";
            case ColumnChange.Identity ignored -> "identity";
        };
    }

    private static String word(SequenceChange change) {
        return switch (change) {
            case SequenceChange.Increment ignored -> "incrementBy";
            case SequenceChange.Start ignored -> "startWith";
            case SequenceChange.Numbers ignored -> "numbers";
        };
    }

    private static String constraint(Replay state, TableName table, String name) {
        Optional<Constraint> constraint = state.table(table).flatMap(definition -> definition.constraint(name));
        return constraint
                .filter(found -> found.name() == null && !found.columns().isEmpty())
                .map(found -> part(table, null, found.columns()))
                .orElse(table + " " + name);
    }

    private static String index(Replay state, TableName table, String name) {
        return state.table(table)
                .flatMap(definition -> definition.index(name))
                .filter(found -> found.name() == null && !found.columns().isEmpty())
                .map(found -> part(table, null, found.columns()))
                .orElse(table + " " + name);
    }

    private static String part(TableName table, @Nullable String name, List<String> columns) {
        return name == null ? table + "." + String.join(",", columns) : table + " " + name;
    }
}
