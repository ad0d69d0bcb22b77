package lamin.schema.deploy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.CreateCheckConstraint;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreatePrimaryKey;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.CreateUniqueConstraint;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropConstraint;
import lamin.schema.operation.Operation.DropIndex;
import lamin.schema.operation.Operation.DropPrimaryKey;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.Irreversible;
import lamin.schema.operation.Operation.RenameColumn;
import lamin.schema.operation.Operation.RenameConstraint;
import lamin.schema.operation.Operation.RenameIndex;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Operation.Run;
import lamin.schema.operation.Operation.StateOnly;
import lamin.schema.operation.Operation.TableComment;
import lamin.schema.operation.StateChange;
import lamin.schema.operation.StateChange.Applied;

/** What tables and columns are called in the database now, while operations that have not run yet rename and drop them. */
final class Origins {
    private final Map<TableName, Origin> origins = new HashMap<>();

    /** A table as it is now, and by later name the columns that it has now, except computed ones. */
    record Origin(TableName table, Map<String, String> columns) {
        private static Origin of(Table table) {
            var columns = new HashMap<String, String>();
            table.columns().stream()
                    .filter(column -> column.generatedAs() == null)
                    .forEach(column -> columns.put(column.name(), column.name()));
            return new Origin(table.name(), columns);
        }

        Optional<String> column(String later) {
            return Optional.ofNullable(columns.get(later));
        }
    }

    Origins(SchemaModel now) {
        now.tables().forEach(table -> origins.put(table.name(), Origin.of(table)));
    }

    /** By its later name; empty for a table that is not there yet. */
    Optional<Origin> of(TableName later) {
        return Optional.ofNullable(origins.get(later));
    }

    /** Goes on to what is after the operation. */
    void follow(Operation operation) {
        switch (operation) {
            case CreateTable create -> origins.remove(create.table());
            case DropTable(var table) -> origins.remove(table);
            case RenameTable rename -> rename(rename);
            case RenameColumn rename -> rename(rename);
            case DropColumn(var table, var column) ->
                of(table).ifPresent(origin -> origin.columns().remove(column));
            case AddColumn ignored -> {}
            case AlterColumn ignored -> {}
            case CreatePrimaryKey ignored -> {}
            case DropPrimaryKey ignored -> {}
            case CreateForeignKey ignored -> {}
            case CreateUniqueConstraint ignored -> {}
            case CreateCheckConstraint ignored -> {}
            case DropConstraint ignored -> {}
            case RenameConstraint ignored -> {}
            case CreateIndex ignored -> {}
            case DropIndex ignored -> {}
            case RenameIndex ignored -> {}
            case TableComment ignored -> {}
            case Execute ignored -> {}
            case Run ignored -> {}
            case StateOnly(var change) -> follow(change);
            case Irreversible ignored -> {}
        }
    }

    /** A rename that SQL of the author's carries out; what else it does to rows nobody can tell. */
    private void follow(StateChange change) {
        switch (change) {
            case Applied(RenameTable rename) -> rename(rename);
            case Applied(RenameColumn rename) -> rename(rename);
            case Applied ignored -> {}
            case StateChange.Entity ignored -> {}
            case StateChange.Property ignored -> {}
        }
    }

    private void rename(RenameTable rename) {
        var origin = origins.remove(rename.table());
        if (origin != null) {
            origins.put(rename.newName(), origin);
        }
    }

    private void rename(RenameColumn rename) {
        of(rename.table()).map(Origin::columns).ifPresent(columns -> {
            var now = columns.remove(rename.column());
            if (now != null) {
                columns.put(rename.newName(), now);
            }
        });
    }
}
