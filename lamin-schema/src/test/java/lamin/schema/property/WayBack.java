package lamin.schema.property;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.CreateCheckConstraint;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreatePrimaryKey;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.CreateUniqueConstraint;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.model.Column;
import lamin.schema.model.TableName;

/** Whether operations can run on tables with rows: what was dropped comes back without values. */
final class WayBack {
    private final Set<TableName> newTables = new HashSet<>();
    private final Set<String> newColumns = new HashSet<>();
    private final boolean hasFilledRows;

    private WayBack(boolean hasFilledRows) {
        this.hasFilledRows = hasFilledRows;
    }

    /** @param hasFilledRows whether rows without a value got one on the way there */
    static boolean isOpenForRows(List<Migrated> back, boolean hasFilledRows) {
        var way = new WayBack(hasFilledRows);
        return Migrated.operations(back).noneMatch(way::isClosedBy);
    }

    private boolean isClosedBy(Operation operation) {
        return switch (operation) {
            case CreateTable(var table) -> !newTables.add(table.name());
            case AddColumn(var table, var column, var ignored) -> isClosedBy(table, column);
            case AlterColumn alter ->
                asksForValues(alter) && (hasFilledRows || isNew(alter.table(), List.of(alter.column())));
            case RenameColumn rename -> closesNothing(rename);
            case RenameTable rename -> closesNothing(rename);
            case CreatePrimaryKey(var table, var key) -> hasFilledRows || isNew(table, key.columns());
            case CreateUniqueConstraint(var table, var unique) -> hasFilledRows || isNew(table, unique.columns());
            case CreateIndex(var table, var index, var ignored) ->
                index.unique() && (hasFilledRows || isNew(table, index.columns()));
            case CreateForeignKey(var ignored, var key) ->
                hasFilledRows || newTables.contains(key.target()) || isNew(key.target(), key.targetColumns());
            case CreateCheckConstraint ignored -> hasFilledRows;
            default -> false;
        };
    }

    private boolean isClosedBy(TableName table, Column column) {
        newColumns.add(table + "." + column.name());
        return column.identity() || (!column.nullable() && column.defaultValue() == null);
    }

    private static boolean asksForValues(AlterColumn alter) {
        return alter.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.Type
                        || (change instanceof ColumnChange.Nullability(var nullable) && !nullable));
    }

    /** What is new stays new under another name. */
    private boolean closesNothing(RenameColumn rename) {
        if (newColumns.remove(rename.table() + "." + rename.column())) {
            newColumns.add(rename.table() + "." + rename.newName());
        }
        return false;
    }

    private boolean closesNothing(RenameTable rename) {
        if (newTables.remove(rename.table())) {
            newTables.add(rename.newName());
        }
        var prefix = rename.table() + ".";
        var followed =
                newColumns.stream().filter(column -> column.startsWith(prefix)).toList();
        followed.forEach(newColumns::remove);
        followed.forEach(column -> newColumns.add(rename.newName() + "." + column.substring(prefix.length())));
        return false;
    }

    private boolean isNew(TableName table, List<String> columns) {
        return columns.stream().anyMatch(column -> newColumns.contains(table + "." + column));
    }
}
