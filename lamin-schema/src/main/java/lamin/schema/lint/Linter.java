package lamin.schema.lint;

import lamin.schema.operation.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.dialect.PostgresImpact;
import lamin.schema.dialect.TableWork;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.operation.ColumnChange;
import lamin.schema.operation.Description;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Replay;
import lamin.schema.operation.RowChange;

/** Goes through migrations in their order. Tables that one of them makes are exempt: nobody uses them yet. */
public final class Linter {
    private final Replay state;
    private final Set<TableName> created = new HashSet<>();
    private final EnumChecks enumChecks = new EnumChecks();

    /** Begins at a model state. */
    public Linter(SchemaModel before) {
        this.state = new Replay(before);
    }

    /** What is found in one migration that meets this state. */
    public static List<Finding> of(SchemaModel before, Script script) {
        return new Linter(before).next(script);
    }

    /** What is found in the migration that comes next, but for what it is allowed. */
    public List<Finding> next(Script script) {
        var findings = new ArrayList<Finding>();
        for (var operation : script.upgrade()) {
            var subject = Description.of(operation, state);
            rules(operation).forEach(rule -> findings.add(new Finding(rule, script, subject)));
            follow(operation);
            state.apply(script.owner(), operation);
        }
        wayBack(script).forEach(findings::add);
        return findings.stream().filter(finding -> !finding.isAllowed()).toList();
    }

    private void follow(Operation operation) {
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

    private List<Rule> rules(Operation operation) {
        return operation instanceof OnTable change && created.contains(change.table())
                ? List.of()
                : Effect.of(operation).stream()
                        .flatMap(effect -> rules(effect, operation).stream())
                        .toList();
    }

    private List<Rule> rules(Effect effect, Operation operation) {
        return switch (effect) {
            case Effect.CreatesTable ignored -> List.of();
            case Effect.DropsTable ignored -> List.of(Rule.DROPPED_TABLE);
            case Effect.RenamesTable ignored -> List.of(Rule.RENAMED_TABLE);
            case Effect.CreatesColumn ignored ->
                touchesRows(operation) ? List.of(Rule.COMPUTED_COLUMN_ADDED) : List.of();
            case Effect.DropsColumn(var table, var column) ->
                holdsValues(table, column) ? List.of(Rule.DROPPED_COLUMN) : List.of();
            case Effect.RenamesColumn ignored -> List.of(Rule.RENAMED_COLUMN);
            case Effect.AltersColumn(var alter) -> alteration(alter);
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

    private boolean touchesRows(Operation operation) {
        return PostgresImpact.of(operation, state).work() != TableWork.NONE;
    }

    /** A computed column holds nothing of its own. */
    private boolean holdsValues(TableName table, String column) {
        return column(table, column).noneMatch(found -> found.generatedAs() != null);
    }

    private List<Rule> alteration(AlterColumn alter) {
        var rules = new ArrayList<Rule>();
        for (var change : alter.changes()) {
            switch (change) {
                case ColumnChange.Type(var type) -> rules.addAll(retyping(alter, type));
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

    private List<Rule> retyping(AlterColumn alter, ColumnType type) {
        var rules = new ArrayList<Rule>();
        column(alter.table(), alter.column())
                .filter(column -> new TypeChange(column.type(), type).isNarrowing())
                .forEach(column -> rules.add(alter.using() == null ? Rule.NARROWED_TYPE : Rule.UNCHECKED_NARROWING));
        if (PostgresImpact.of(alter, state).rewritesTable()) {
            rules.add(Rule.REWRITTEN_TABLE);
        }
        return rules;
    }

    private Stream<Column> column(TableName table, String column) {
        return state.table(table).flatMap(found -> found.column(column)).stream();
    }

    private static List<Finding> wayBack(Script script) {
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
