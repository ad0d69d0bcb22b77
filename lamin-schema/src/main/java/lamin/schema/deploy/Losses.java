package lamin.schema.deploy;

import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
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
import lamin.schema.plan.MigrationPlan;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;

/** Finds what pending migrations drop, under the names that it has in the database now, and counts what it holds. */
final class Losses {
    private final Connection connection;
    private final Dialect dialect;
    private final Map<TableName, Origin> origins = new HashMap<>();
    private final List<Loss> found = new ArrayList<>();

    /** A table as it is before the deploy, and by later name the columns that it has now, except computed ones. */
    private record Origin(TableName table, Map<String, String> columns) {
        static Origin of(Table table) {
            var columns = new HashMap<String, String>();
            table.columns().stream()
                    .filter(column -> column.generatedAs() == null)
                    .forEach(column -> columns.put(column.name(), column.name()));
            return new Origin(table.name(), columns);
        }
    }

    private Losses(Connection connection, MigrationPlan plan) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(Flavour.of(connection));
        plan.before().tables().forEach(table -> origins.put(table.name(), Origin.of(table)));
    }

    static List<Loss> of(Connection connection, MigrationPlan plan) throws SQLException {
        var losses = new Losses(connection, plan);
        for (var script : plan.pending()) {
            for (var operation : script.upgrade()) {
                losses.look(script, operation);
            }
        }
        return losses.found;
    }

    private void look(Script script, Operation operation) throws SQLException {
        switch (operation) {
            case CreateTable create -> origins.remove(create.table());
            case RenameTable rename -> rename(rename);
            case RenameColumn rename -> rename(rename);
            case DropTable(var table) -> drop(script, table);
            case DropColumn(var table, var column) -> drop(script, table, column);
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
            case StateOnly(var change) -> look(change);
            case Irreversible ignored -> {}
        }
    }

    /** A rename that SQL of the author's carries out; what else it does to rows nobody can tell. */
    private void look(StateChange change) {
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
        Optional.ofNullable(origins.get(rename.table())).map(Origin::columns).ifPresent(columns -> {
            var now = columns.remove(rename.column());
            if (now != null) {
                columns.put(rename.newName(), now);
            }
        });
    }

    private void drop(Script script, TableName table) throws SQLException {
        var origin = origins.remove(table);
        if (origin != null) {
            add(new Loss(script, origin.table(), null, count(origin.table(), "*")));
        }
    }

    private void drop(Script script, TableName table, String column) throws SQLException {
        var origin = origins.get(table);
        var now = origin == null ? null : origin.columns().remove(column);
        if (origin != null && now != null) {
            add(new Loss(script, origin.table(), now, count(origin.table(), quote(now))));
        }
    }

    private void add(Loss loss) {
        if (loss.rows() > 0) {
            found.add(loss);
        }
    }

    private long count(TableName table, String what) throws SQLException {
        var sql = "SELECT count(" + what + ") FROM " + dialect.quoted(table);
        return Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
    }
}
