package lamin.schema.property;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamin.schema.model.Column;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.CreateCheckConstraint;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreatePrimaryKey;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.CreateUniqueConstraint;

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

    private boolean isNew(TableName table, List<String> columns) {
        return columns.stream().anyMatch(column -> newColumns.contains(table + "." + column));
    }
}
