package lamin.schema.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Replay;

/** Replays migrations of several modules and tells, where one does not fit, which one was in its way. */
final class ChainReplay {
    private final Replay replay = new Replay(SchemaModel.EMPTY);
    private final Map<TableName, Script> lastChange = new HashMap<>();

    SchemaModel state() {
        return replay.state();
    }

    void apply(List<Script> scripts, Direction direction, Conflict.Solution solution) {
        for (var script : scripts) {
            direction.operations(script).forEach(operation -> apply(script, direction, operation, solution));
        }
    }

    private void apply(Script script, Direction direction, Operation operation, Conflict.Solution solution) {
        var subject = direction.describe(script) + " does not fit: ";
        try {
            TableOwnership.refuseTrespass(replay, script, operation);
        } catch (MisfitException e) {
            throw misfit(script, subject + e.getMessage(), e);
        }
        try {
            replay.apply(script.owner(), operation);
        } catch (MisfitException e) {
            throw conflict(script, operation)
                    .map(found -> found.refusal(subject + e.getMessage(), solution, e))
                    .orElseGet(() -> misfit(script, subject + e.getMessage(), e));
        }
        remember(script, operation);
    }

    private static LaminException misfit(Script script, String message, MisfitException cause) {
        return new LaminException(
                ErrorCode.REFUSED, message, cause.remedies(), Facts.of(Facts.Kind.REVISION, script.revision()), cause);
    }

    private void remember(Script script, Operation operation) {
        if (operation instanceof RenameTable rename) {
            lastChange.put(rename.newName(), script);
        }
        if (operation instanceof OnTable change) {
            lastChange.put(change.table(), script);
        }
    }

    private Optional<Conflict> conflict(Script script, Operation operation) {
        return lastOther(script, referrers(operation))
                .map(other -> new Conflict(script, other, true))
                .or(() -> lastOther(script, mentioned(operation)).map(other -> new Conflict(script, other, false)));
    }

    private Optional<Script> lastOther(Script script, Stream<TableName> tables) {
        return tables.map(lastChange::get)
                .filter(Objects::nonNull)
                .filter(other -> !other.revision().equals(script.revision()))
                .findFirst();
    }

    /** What points to a table or column that is to go. */
    private Stream<TableName> referrers(Operation operation) {
        return switch (operation) {
            case DropTable(var table) -> replay.referrers(table).stream();
            case DropColumn(var table, var column) ->
                replay.referrers(table).stream().filter(other -> pointsTo(other, table, column));
            case OnTable ignored -> Stream.empty();
            case Operation.ChangeRows ignored -> Stream.empty();
            case Operation.Execute ignored -> Stream.empty();
            case Operation.Run ignored -> Stream.empty();
            case Operation.StateOnly ignored -> Stream.empty();
            case Operation.Irreversible ignored -> Stream.empty();
        };
    }

    private boolean pointsTo(TableName other, TableName table, String column) {
        return replay.table(other).stream()
                .flatMap(definition -> definition.foreignKeys().stream())
                .anyMatch(
                        key -> key.target().equals(table) && key.targetColumns().contains(column));
    }

    private static Stream<TableName> mentioned(Operation operation) {
        return switch (operation) {
            case CreateTable(var definition) ->
                Stream.concat(
                        Stream.of(definition.name()),
                        definition.foreignKeys().stream().map(ForeignKey::target));
            case CreateForeignKey(var table, var key) -> Stream.of(key.target(), table);
            case RenameTable rename -> Stream.of(rename.table(), rename.newName());
            case OnTable change -> Stream.of(change.table());
            case Operation.ChangeRows rows -> Stream.of(rows.table());
            case Operation.Execute ignored -> Stream.empty();
            case Operation.Run ignored -> Stream.empty();
            case Operation.StateOnly ignored -> Stream.empty();
            case Operation.Irreversible ignored -> Stream.empty();
        };
    }
}
