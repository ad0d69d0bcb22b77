package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.Table;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.CreateCheckConstraint;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreatePrimaryKey;
import lamin.schema.operation.Operation.CreateUniqueConstraint;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Replay;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.sql.Flavour;

/**
 * Counts the rows that do not fit what migrations ask of them: a narrower type, a value, a key, a check. Only tables that
 * the database has are looked at, and only for what no earlier step of the plan has converted. After SQL or Java of an
 * author's nobody can tell any more: then the database does, when it gets there.
 */
final class RowDemands {
    private final MigrationPlan plan;
    private final KnownRows known;
    private final Replay state;
    private final ColumnDemands columns;
    private final KeyDemands keys;
    private final List<UnfitRows> found = new ArrayList<>();

    private RowDemands(Connection connection, MigrationPlan plan) throws SQLException {
        var dialect = Dialect.of(Flavour.of(connection));
        this.plan = plan;
        this.known = new KnownRows(plan.before());
        this.state = new Replay(plan.before());
        this.columns = new ColumnDemands(connection, dialect, known);
        this.keys = new KeyDemands(connection, dialect, known);
    }

    /** The rows that the plan would fail on. */
    static List<UnfitRows> unmet(Connection connection, MigrationPlan plan) throws SQLException {
        var demands = new RowDemands(connection, plan);
        demands.look();
        return demands.found;
    }

    private void look() throws SQLException {
        for (var script : plan.pending()) {
            for (var operation : plan.operations(script)) {
                if (operation.isAuthorsOwn()) {
                    return;
                }
                look(script, operation);
                state.apply(script.owner(), operation);
            }
        }
    }

    private void look(Script script, Operation operation) throws SQLException {
        var table = operation instanceof OnTable change ? state.table(change.table()) : Optional.<Table>empty();
        var original = table.flatMap(there -> known.table(there.name()));
        if (table.isPresent() && original.isPresent()) {
            unmet(new Demanding(script, plan.direction(), table.get(), original.get()), operation)
                    .forEach(found::add);
        }
        known.follow(operation);
    }

    private Stream<UnfitRows> unmet(Demanding place, Operation operation) throws SQLException {
        return switch (operation) {
            case AddColumn add -> columns.of(place, add);
            case AlterColumn alter -> columns.of(place, alter);
            case CreatePrimaryKey(var ignored, var key) -> keys.unique(place, key.columns());
            case CreateUniqueConstraint(var ignored, var unique) -> keys.unique(place, unique.columns());
            case CreateIndex(var ignored, var index, var concurrently) ->
                index.unique() ? keys.unique(place, index) : Stream.of();
            case CreateCheckConstraint(var ignored, var check) -> keys.check(place, check);
            case CreateForeignKey(var ignored, var key) -> keys.foreignKey(place, key);
            case Operation.CreateTable ignored -> Stream.of();
            case Operation.DropTable ignored -> Stream.of();
            case Operation.RenameTable ignored -> Stream.of();
            case Operation.DropColumn ignored -> Stream.of();
            case Operation.RenameColumn ignored -> Stream.of();
            case Operation.DropPrimaryKey ignored -> Stream.of();
            case Operation.DropConstraint ignored -> Stream.of();
            case Operation.RenameConstraint ignored -> Stream.of();
            case Operation.DropIndex ignored -> Stream.of();
            case Operation.RenameIndex ignored -> Stream.of();
            case Operation.TableComment ignored -> Stream.of();
            case Operation.ChangeRows ignored -> Stream.of();
            case Operation.Execute ignored -> Stream.of();
            case Operation.Run ignored -> Stream.of();
            case Operation.StateOnly ignored -> Stream.of();
            case Operation.Irreversible ignored -> Stream.of();
        };
    }
}
