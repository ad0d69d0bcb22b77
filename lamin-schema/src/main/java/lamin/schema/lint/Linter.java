package lamin.schema.lint;

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
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Operation.RenameTable;
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
        if (operation instanceof CreateTable create) {
            created.add(create.table());
        } else if (operation instanceof RenameTable rename && created.remove(rename.table())) {
            created.add(rename.newName());
        } else if (operation instanceof Operation.DropConstraint(var table, var constraint)) {
            state.table(table).ifPresent(found -> enumChecks.drop(found, constraint));
        }
    }

    private List<Rule> rules(Operation operation) {
        return switch (operation) {
            case OnTable change when created.contains(change.table()) -> List.of();
            case OnTable change -> onTable(change);
            case Operation.ChangeRows(var ignored, var change) ->
                change instanceof RowChange.Delete ? List.of(Rule.UNCOUNTED_LOSS) : List.of();
            case Execute(var sql) -> sql.texts().anyMatch(OwnSql::losesRows) ? List.of(Rule.UNCOUNTED_LOSS) : List.of();
            case Operation.Run ignored -> List.of();
            case Operation.StateOnly ignored -> List.of();
            case Operation.Irreversible ignored -> List.of();
        };
    }

    private List<Rule> onTable(OnTable operation) {
        return switch (operation) {
            case CreateTable ignored -> List.of();
            case Operation.DropTable ignored -> List.of(Rule.DROPPED_TABLE);
            case RenameTable ignored -> List.of(Rule.RENAMED_TABLE);
            case AddColumn add -> touchesRows(add) ? List.of(Rule.COMPUTED_COLUMN_ADDED) : List.of();
            case DropColumn drop -> holdsValues(drop) ? List.of(Rule.DROPPED_COLUMN) : List.of();
            case Operation.RenameColumn ignored -> List.of(Rule.RENAMED_COLUMN);
            case AlterColumn alter -> alteration(alter);
            case Operation.CreatePrimaryKey ignored -> List.of(Rule.BLOCKING_KEY);
            case Operation.DropPrimaryKey ignored -> List.of();
            case Operation.CreateForeignKey ignored -> List.of(Rule.FOREIGN_KEY_VALIDATED);
            case Operation.CreateUniqueConstraint ignored -> List.of(Rule.BLOCKING_KEY);
            case Operation.CreateCheckConstraint(var ignored, var check) ->
                enumChecks.isNarrowedBy(check)
                        ? List.of(Rule.NARROWED_ENUM, Rule.CHECK_VALIDATED)
                        : List.of(Rule.CHECK_VALIDATED);
            case Operation.DropConstraint ignored -> List.of();
            case Operation.RenameConstraint ignored -> List.of();
            case CreateIndex index -> index.concurrently() ? List.of() : List.of(Rule.BLOCKING_INDEX);
            case Operation.DropIndex ignored -> List.of();
            case Operation.RenameIndex ignored -> List.of();
            case Operation.TableComment ignored -> List.of();
        };
    }

    private boolean touchesRows(AddColumn add) {
        return PostgresImpact.of(add, state).work() != TableWork.NONE;
    }

    /** A computed column holds nothing of its own. */
    private boolean holdsValues(DropColumn drop) {
        return column(drop.table(), drop.column()).noneMatch(column -> column.generatedAs() != null);
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
