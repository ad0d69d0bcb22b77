package lamin.schema.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.OperationImpact;
import lamin.schema.internal.database.TableWork;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Description;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.Execute;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.PassingNames;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.RowChange;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Checks migrations in order. Tables created by one of them are exempt, because no program uses them yet. */
public final class Linter {
    private final Set<TableName> created = new HashSet<>();
    private final EnumChecks enumChecks = new EnumChecks();
    private @Nullable Script named;
    private PassingNames names = PassingNames.of(List.of());

    /** The findings for one migration applied to this state, except those that it allows. */
    public static List<Finding> of(SchemaModel before, Script script) {
        var linter = new Linter();
        var state = new Replay(before);
        var findings = new ArrayList<Finding>();
        for (var operation : script.upgrade()) {
            findings.addAll(linter.see(script, operation, state));
            state.apply(script.owner(), operation);
        }
        findings.addAll(wayBack(script));
        return List.copyOf(findings);
    }

    /**
     * The findings for the next operation, which is not part of the state yet, except those that its migration allows.
     */
    public List<Finding> see(Script script, Operation operation, Replay state) {
        var findings = names(script)
                .shown(operation)
                .map(shown -> findings(script, operation, Description.of(shown, state), state))
                .orElse(List.of());
        follow(operation, state);
        return findings;
    }

    private PassingNames names(Script script) {
        if (!script.equals(named)) {
            named = script;
            names = PassingNames.of(script.upgrade());
        }
        return names;
    }

    private List<Finding> findings(Script script, Operation operation, String subject, Replay state) {
        return rules(operation, state).stream()
                .map(rule -> new Finding(rule, script, subject))
                .filter(finding -> !finding.isAllowed())
                .toList();
    }

    /** The findings for the downgrade, except those that the migration allows. */
    public static List<Finding> wayBack(Script script) {
        return closedWays(script).stream()
                .filter(finding -> !finding.isAllowed())
                .toList();
    }

    private void follow(Operation operation, Replay state) {
        for (var effect : Effect.of(operation)) {
            if (effect instanceof Effect.CreatesTable(var table)) {
                created.add(table.name());
            } else if (effect instanceof Effect.RenamesTable(var table, var newName) && created.remove(table)) {
                created.add(newName);
            } else if (effect instanceof Effect.DropsConstraint(var table, var constraint)) {
                state.table(table).ifPresent(found -> enumChecks.drop(found, constraint));
            }
        }
    }

    private List<Rule> rules(Operation operation, Replay state) {
        return operation instanceof OnTable change && created.contains(change.table())
                ? List.of()
                : Effect.of(operation).stream()
                        .flatMap(effect -> rules(effect, operation, state).stream())
                        .toList();
    }

    private List<Rule> rules(Effect effect, Operation operation, Replay state) {
        return switch (effect) {
            case Effect.CreatesTable ignored -> List.of();
            case Effect.DropsTable ignored -> List.of(Rule.DROPPED_TABLE);
            case Effect.RenamesTable ignored -> List.of(Rule.RENAMED_TABLE);
            case Effect.CreatesColumn ignored ->
                touchesRows(operation, state) ? List.of(Rule.COMPUTED_COLUMN_ADDED) : List.of();
            case Effect.DropsColumn(var table, var column) ->
                holdsValues(table, column, state) ? List.of(Rule.DROPPED_COLUMN) : List.of();
            case Effect.RenamesColumn ignored -> List.of(Rule.RENAMED_COLUMN);
            case Effect.AltersColumn(var alter) -> alteration(alter, state);
            case Effect.BuildsIndex index when index.isConstraint() -> List.of(Rule.BLOCKING_KEY);
            case Effect.BuildsIndex index -> index.isConcurrent() ? List.of() : List.of(Rule.BLOCKING_INDEX);
            case Effect.CreatesForeignKey ignored -> List.of(Rule.FOREIGN_KEY_VALIDATED);
            case Effect.CreatesCheck(var ignored, var check) ->
                enumChecks.isNarrowedBy(check)
                        ? List.of(Rule.NARROWED_ENUM, Rule.CHECK_VALIDATED)
                        : List.of(Rule.CHECK_VALIDATED);
            case Effect.DropsConstraint ignored -> List.of();
            case Effect.ChangesRows(var ignored, var change) ->
                change instanceof RowChange.Delete ? List.of(Rule.UNCOUNTED_LOSS) : List.of();
            case Effect.RunsSql(var sql) ->
                sql.scripts().anyMatch(OwnSql::losesRows) ? List.of(Rule.UNCOUNTED_LOSS) : List.of();
            case Effect.RunsJava ignored -> List.of();
            case Effect.ChangesStateOnly ignored -> List.of();
        };
    }

    private static boolean touchesRows(Operation operation, Replay state) {
        return impacts(operation, state).anyMatch(impact -> impact.work() != TableWork.NONE);
    }

    /** The impact on each database where other sessions can be active. */
    private static Stream<OperationImpact> impacts(Operation operation, Replay state) {
        return DatabaseSystem.all().stream().flatMap(system -> system.impact(operation, state).stream());
    }

    /** A computed column stores no data. */
    private static boolean holdsValues(TableName table, String column, Replay state) {
        return column(table, column, state).noneMatch(found -> found.generatedAs() != null);
    }

    private static List<Rule> alteration(AlterColumn alter, Replay state) {
        var rules = new ArrayList<Rule>();
        for (var change : alter.changes()) {
            switch (change) {
                case ColumnChange.Type(var type) -> rules.addAll(retyping(alter, type, state));
                case ColumnChange.Nullability(var nullable) -> {
                    if (!nullable) {
                        rules.add(Rule.NOT_NULL_ADDED);
                    }
                }
                case ColumnChange.Default ignored -> {}
                case ColumnChange.Collation ignored -> {}
                case ColumnChange.Comment ignored -> {}
                case ColumnChange.Identity ignored -> {}
            }
        }
        return rules;
    }

    private static List<Rule> retyping(AlterColumn alter, ColumnType type, Replay state) {
        var rules = new ArrayList<Rule>();
        column(alter.table(), alter.column(), state)
                .filter(column -> new TypeChange(column.type(), type).isNarrowing())
                .forEach(column -> rules.add(alter.using() == null ? Rule.NARROWED_TYPE : Rule.UNCHECKED_NARROWING));
        if (impacts(alter, state).anyMatch(OperationImpact::rewritesTable)) {
            rules.add(Rule.REWRITTEN_TABLE);
        }
        return rules;
    }

    private static Stream<Column> column(TableName table, String column, Replay state) {
        return state.table(table).flatMap(found -> found.column(column)).stream();
    }

    private static List<Finding> closedWays(Script script) {
        var closed = script.downgrade().stream()
                .filter(Operation.Irreversible.class::isInstance)
                .map(Operation.Irreversible.class::cast)
                .findFirst();
        if (closed.isPresent()) {
            return List.of(new Finding(Rule.IRREVERSIBLE, script, closed.get().reason()));
        }
        boolean isUndone = script.downgrade().stream().anyMatch(Linter::isOwnCode);
        boolean isDone = script.upgrade().stream().anyMatch(Linter::isOwnCode);
        return isDone && !isUndone ? List.of(new Finding(Rule.NO_WAY_BACK, script, "downgrade")) : List.of();
    }

    private static boolean isOwnCode(Operation operation) {
        return operation instanceof Execute || operation instanceof Operation.Run;
    }
}
