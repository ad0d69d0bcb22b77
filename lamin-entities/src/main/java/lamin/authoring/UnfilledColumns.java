package lamin.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.FillCheck;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Columns that a script, or its downgrade, makes NOT NULL without a value for existing rows. */
final class UnfilledColumns {
    private final Script script;
    private final Replay state;
    private final Set<TableName> created = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private UnfilledColumns(SchemaModel before, Script script) {
        this.script = script;
        this.state = new Replay(before);
    }

    static List<String> of(SchemaModel before, Script script) {
        var unfilled = new UnfilledColumns(before, script);
        for (var operation : script.upgrade()) {
            unfilled.look(operation);
            FillCheck.missingColumn(unfilled.state, operation)
                    .ifPresent(problem -> unfilled.problems.add(problem.getMessage()));
            unfilled.state.apply(script.owner(), operation);
        }
        script.downgrade().forEach(unfilled::lookBack);
        return unfilled.problems;
    }

    /** What a column held that comes back is gone. */
    private void lookBack(Operation operation) {
        WayBack.unfilled(operation)
                .forEach(column -> problems.add("the downgrade brings column " + column
                        + " back as NOT NULL without a value for existing rows"
                        + "\nwrite into the downgrade of " + script.fileName()
                        + ": .fill(\"SQL\") after .notNull(), or op.irreversible(\"why\") alone"));
        if (operation instanceof AddColumn(var table, var column, var fill) && FillCheck.isUnwritten(fill)) {
            problems.add("the downgrade brings column " + table + "." + column.name()
                    + " back as NOT NULL without a value for existing rows"
                    + "\nwrite into the downgrade of " + script.fileName()
                    + ": SQL instead of the TODO in .fill(\"SQL\"), or op.irreversible(\"why\") alone");
        }
    }

    private void look(Operation operation) {
        if (operation instanceof CreateTable create) {
            created.add(create.table());
        } else if (operation instanceof AddColumn(var table, var column, var fill) && !created.contains(table)) {
            look(table, column, column.generatedAs() != null || column.identity(), fill);
        } else if (operation instanceof AlterColumn alter
                && alter.changes().stream().anyMatch(UnfilledColumns::forbidsNull)) {
            state.table(alter.table())
                    .flatMap(table -> table.column(alter.column()))
                    .ifPresent(column -> look(alter.table(), altered(column, alter), !column.nullable(), alter.fill()));
        }
    }

    private static boolean forbidsNull(ColumnChange change) {
        return change instanceof ColumnChange.Nullability(boolean nullable) && !nullable;
    }

    private static Column altered(Column column, AlterColumn alter) {
        var altered = column;
        for (var change : alter.changes()) {
            altered = change.appliedTo(altered);
        }
        return altered;
    }

    private void look(TableName table, Column column, boolean hasValues, @Nullable String fill) {
        boolean isUndecided = FillCheck.isUnwritten(fill);
        if (!column.nullable() && !hasValues && (isUndecided || (fill == null && column.defaultValue() == null))) {
            problems.add("column " + table + "." + column.name()
                    + " is NOT NULL and has no value for existing rows"
                    + "\nwrite into " + script.fileName() + ": " + (isUndecided ? "SQL instead of the TODO in " : "")
                    + ".fill(\"SQL\")" + (isUndecided ? "" : " after .notNull(), or .defaultValue(...)"));
        }
    }
}
