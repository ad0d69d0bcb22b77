package lamin.schema.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
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

    void apply(List<Script> scripts) {
        apply(scripts, Direction.UP);
    }

    void apply(List<Script> scripts, Direction direction) {
        for (var script : scripts) {
            direction.operations(script).forEach(operation -> apply(script, direction, operation));
        }
    }

    private void apply(Script script, Direction direction, Operation operation) {
        try {
            TableOwnership.refuseTrespass(replay, script, operation);
            replay.apply(script.owner(), operation);
        } catch (MisfitException e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    direction.describe(script) + " does not fit: " + e.getMessage()
                            + culprit(script, operation)
                                    .map(other -> "\nmigration " + other + " changed that table before it")
                                    .or(() -> referrer(script, operation))
                                    .orElse(""),
                    e);
        }
        if (operation instanceof RenameTable rename) {
            lastChange.put(rename.newName(), script);
        }
        if (operation instanceof OnTable change) {
            lastChange.put(change.table(), script);
        }
    }

    private Optional<Script> culprit(Script script, Operation operation) {
        return mentioned(operation)
                .map(lastChange::get)
                .filter(Objects::nonNull)
                .filter(other -> !other.revision().equals(script.revision()))
                .findFirst();
    }

    /** Who made what points to a table or column that is to go. */
    private Optional<String> referrer(Script script, Operation operation) {
        return operation instanceof DropTable || operation instanceof DropColumn
                ? replay.referrers(((OnTable) operation).table()).stream()
                        .map(lastChange::get)
                        .filter(Objects::nonNull)
                        .filter(other -> !other.revision().equals(script.revision()))
                        .findFirst()
                        .map(other -> "\nmigration " + other + " made what points to it")
                : Optional.empty();
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
            case Operation.Execute ignored -> Stream.empty();
            case Operation.Run ignored -> Stream.empty();
            case Operation.StateOnly ignored -> Stream.empty();
            case Operation.Irreversible ignored -> Stream.empty();
        };
    }
}
