package lamin.schema.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.operation.Operation.RenameColumn;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Operation.StateOnly;
import lamin.schema.operation.StateChange.Applied;

/** Which table and column of the database each later one was, followed through operations in their order. */
public final class Origins {
    private final Map<TableName, Origin> byLaterName = new HashMap<>();

    /**
     * A table as it was.
     *
     * @param columns by later name, those that the table had and still has
     */
    public record Origin(Table table, Map<String, Column> columns) {
        public Origin {
            columns = Map.copyOf(columns);
        }

        private static Origin of(Table table) {
            return new Origin(
                    table, table.columns().stream().collect(Collectors.toMap(Column::name, Function.identity())));
        }

        private Origin without(String column) {
            var fewer = new HashMap<>(columns);
            fewer.remove(column);
            return new Origin(table, fewer);
        }

        private Origin renamed(String column, String newName) {
            var renamed = new HashMap<>(columns);
            var known = renamed.remove(column);
            if (known != null) {
                renamed.put(newName, known);
            }
            return new Origin(table, renamed);
        }
    }

    /** Before any operation. */
    public Origins(SchemaModel before) {
        before.tables().forEach(table -> byLaterName.put(table.name(), Origin.of(table)));
    }

    /** At the end of a plan. */
    public static Origins after(MigrationPlan plan) {
        var origins = new Origins(plan.before());
        plan.pending().forEach(script -> plan.operations(script).forEach(origins::follow));
        return origins;
    }

    /** All tables that were there and still are, by later name. */
    public Map<TableName, Origin> byLaterName() {
        return Map.copyOf(byLaterName);
    }

    /** What a table with that name now was; empty for a new one. */
    public Optional<Origin> of(TableName table) {
        return Optional.ofNullable(byLaterName.get(table));
    }

    /** A table that SQL of the author's drops or makes anew is still the one that it was. */
    public void follow(Operation operation) {
        switch (operation) {
            case CreateTable create -> byLaterName.remove(create.table());
            case DropTable(var table) -> byLaterName.remove(table);
            case DropColumn(var table, var column) ->
                byLaterName.computeIfPresent(table, (name, origin) -> origin.without(column));
            case RenameTable rename -> rename(rename);
            case RenameColumn rename -> rename(rename);
            case StateOnly(Applied(RenameTable rename)) -> rename(rename);
            case StateOnly(Applied(RenameColumn rename)) -> rename(rename);
            case StateOnly ignored -> {}
            case Operation.AddColumn ignored -> {}
            case Operation.AlterColumn ignored -> {}
            case Operation.CreatePrimaryKey ignored -> {}
            case Operation.DropPrimaryKey ignored -> {}
            case Operation.CreateForeignKey ignored -> {}
            case Operation.CreateUniqueConstraint ignored -> {}
            case Operation.CreateCheckConstraint ignored -> {}
            case Operation.DropConstraint ignored -> {}
            case Operation.RenameConstraint ignored -> {}
            case Operation.CreateIndex ignored -> {}
            case Operation.DropIndex ignored -> {}
            case Operation.RenameIndex ignored -> {}
            case Operation.TableComment ignored -> {}
            case Operation.ChangeRows ignored -> {}
            case Operation.Execute ignored -> {}
            case Operation.Run ignored -> {}
            case Operation.Irreversible ignored -> {}
        }
    }

    private void rename(RenameTable rename) {
        var origin = byLaterName.remove(rename.table());
        if (origin != null) {
            byLaterName.put(rename.newName(), origin);
        }
    }

    private void rename(RenameColumn rename) {
        byLaterName.computeIfPresent(
                rename.table(), (name, origin) -> origin.renamed(rename.column(), rename.newName()));
    }
}
