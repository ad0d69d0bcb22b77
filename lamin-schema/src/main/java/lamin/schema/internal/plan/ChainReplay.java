package lamin.schema.internal.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.FillCheck;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.sql.UnclearSqlException;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;

/** Replays migrations of several modules, and if one does not fit, finds the conflicting one. */
final class ChainReplay {
    private final Replay replay = new Replay(SchemaModel.EMPTY);
    private final Map<TableName, Script> lastChange = new HashMap<>();

    SchemaModel state() {
        return replay.state();
    }

    /** Applies migrations that will not run, or are still being written. */
    void apply(List<Script> scripts) {
        for (var script : scripts) {
            script.upgrade().forEach(operation -> apply(script, Direction.UP, operation, Conflict.Solution.INSTALL));
        }
    }

    /** Applies migrations that are to run. */
    void apply(List<Script> scripts, Direction direction, Conflict.Solution solution) {
        for (var script : scripts) {
            direction.operations(script).forEach(operation -> {
                refuseUnusableFill(script, direction, operation);
                apply(script, direction, operation, solution);
            });
        }
    }

    private void refuseUnusableFill(Script script, Direction direction, Operation operation) {
        FillCheck.problem(replay, operation).ifPresent(problem -> {
            throw misfit(script, direction.describe(script) + " cannot run: " + problem.getMessage(), problem);
        });
    }

    private void apply(Script script, Direction direction, Operation operation, Conflict.Solution solution) {
        var subject = direction.describe(script) + " does not fit: ";
        try {
            TableOwnership.refuseTrespass(replay, script, operation);
        } catch (MisfitException | UnclearSqlException e) {
            throw misfit(script, subject + e.getMessage(), e);
        }
        try {
            replay.apply(script.owner(), operation);
        } catch (MisfitException | UnclearSqlException e) {
            throw conflict(script, operation)
                    .map(found -> found.refusal(subject + e.getMessage(), solution, e))
                    .orElseGet(() -> misfit(script, subject + e.getMessage(), e));
        }
        remember(script, operation);
    }

    private static LaminException misfit(Script script, String message, LaminException cause) {
        return new LaminException(
                ErrorCode.REFUSED, message, cause.remedies(), Facts.of(Facts.Kind.REVISION, script.revision()), cause);
    }

    private void remember(Script script, Operation operation) {
        Effect.of(operation).forEach(effect -> {
            if (effect instanceof Effect.RenamesTable(var ignored, var newName)) {
                lastChange.put(newName, script);
            }
        });
        if (operation instanceof OnTable change) {
            lastChange.put(change.table(), script);
        } else if (operation instanceof OnSequence change) {
            lastChange.put(change.sequence(), script);
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

    /** The tables that reference a table or column that the operation drops. */
    private Stream<TableName> referrers(Operation operation) {
        return Effect.of(operation).stream()
                .flatMap(effect -> effect instanceof Effect.DropsTable(var table)
                        ? replay.referrers(table).stream()
                        : effect instanceof Effect.DropsColumn(var table, var column)
                                ? replay.referrers(table).stream().filter(other -> pointsTo(other, table, column))
                                : Stream.of());
    }

    private boolean pointsTo(TableName other, TableName table, String column) {
        return replay.table(other).stream()
                .flatMap(definition -> definition.foreignKeys().stream())
                .anyMatch(
                        key -> key.target().equals(table) && key.targetColumns().contains(column));
    }

    /** The tables that must or must not exist: targets of foreign keys first. */
    private static Stream<TableName> mentioned(Operation operation) {
        var own = operation instanceof OnTable change
                ? Stream.of(change.table())
                : operation instanceof OnSequence change
                        ? Stream.of(change.sequence())
                        : operation instanceof Operation.ChangeRows rows
                                ? Stream.of(rows.table())
                                : Stream.<TableName>of();
        var newNames = Effect.of(operation).stream()
                .flatMap(effect -> effect instanceof Effect.RenamesTable(var ignored, var newName)
                        ? Stream.of(newName)
                        : Stream.of());
        var targets = Effect.foreignKeys(operation).map(ForeignKey::target);
        return Stream.of(targets, own, newNames).flatMap(tables -> tables);
    }
}
