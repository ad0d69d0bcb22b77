package lamin.testing.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.ColumnChange;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.CreateCheckConstraint;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreatePrimaryKey;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.CreateUniqueConstraint;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropConstraint;
import lamin.schema.operation.Operation.DropIndex;
import lamin.schema.operation.Operation.DropPrimaryKey;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.Irreversible;
import lamin.schema.operation.Operation.RenameColumn;
import lamin.schema.operation.Operation.RenameConstraint;
import lamin.schema.operation.Operation.RenameIndex;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Operation.Run;
import lamin.schema.operation.Operation.StateOnly;
import lamin.schema.operation.Operation.TableComment;
import lamin.schema.operation.StateChange;
import lamin.schema.operation.StateChange.Applied;
import lamin.schema.sql.SqlTokens;

/**
 * Follows tables and columns through migrations, to find their values again. What a migration changes on purpose is
 * followed no further: dropped and converted columns, tables that SQL of the author's mentions, and everything where Java
 * of the author's ran.
 */
public final class Lineage {
    private final Map<TableName, Origin> origins = new TreeMap<>();

    /** What a table and its columns, by their names now, were called at first. */
    private record Origin(TableName table, Map<String, String> columns) {
        static Origin of(Table table) {
            var columns = new TreeMap<String, String>();
            table.columns().forEach(column -> columns.put(column.name(), column.name()));
            return new Origin(table.name(), columns);
        }
    }

    /** Begins at a model state. */
    public Lineage(SchemaModel start) {
        start.tables().forEach(table -> origins.put(table.name(), Origin.of(table)));
    }

    /** Goes on through the operations of a migration. */
    public Lineage follow(List<Operation> operations) {
        operations.forEach(this::follow);
        return this;
    }

    private void follow(Operation operation) {
        switch (operation) {
            case CreateTable create -> origins.remove(create.table());
            case DropTable(var table) -> origins.remove(table);
            case RenameTable rename -> rename(rename);
            case DropColumn(var table, var column) -> forget(table, column);
            case RenameColumn rename -> rename(rename);
            case AlterColumn alter -> follow(alter);
            case Execute(var sqlite, var postgresql) ->
                origins.keySet().removeIf(table -> mentions(sqlite, table) || mentions(postgresql, table));
            case Run ignored -> origins.clear();
            case StateOnly(var change) -> follow(change);
            case AddColumn(var table, var column, var ignored) -> forget(table, column.name());
            case CreatePrimaryKey ignored -> {}
            case DropPrimaryKey ignored -> {}
            case CreateForeignKey ignored -> {}
            case CreateUniqueConstraint ignored -> {}
            case CreateCheckConstraint ignored -> {}
            case DropConstraint ignored -> {}
            case RenameConstraint ignored -> {}
            case CreateIndex ignored -> {}
            case DropIndex ignored -> {}
            case RenameIndex ignored -> {}
            case TableComment ignored -> {}
            case Irreversible ignored -> {}
        }
    }

    /** What the author's SQL did under these names. */
    private void follow(StateChange change) {
        switch (change) {
            case Applied(RenameTable rename) -> rename(rename);
            case Applied(RenameColumn rename) -> rename(rename);
            case Applied ignored -> {}
            case StateChange.Entity ignored -> {}
            case StateChange.Property ignored -> {}
        }
    }

    private static boolean mentions(String sql, TableName table) {
        return SqlTokens.mentions(sql, table.name()) || SqlTokens.mentions(sql, table.flat());
    }

    private void follow(AlterColumn alter) {
        boolean isConverted = alter.using() != null || alter.changes().stream().anyMatch(Lineage::isConversion);
        if (isConverted) {
            forget(alter.table(), alter.column());
        }
    }

    /** NULL may have become something. */
    private static boolean isConversion(ColumnChange change) {
        return switch (change) {
            case ColumnChange.Type ignored -> true;
            case ColumnChange.Nullability ignored -> true;
            case ColumnChange.Default ignored -> false;
            case ColumnChange.Collation ignored -> false;
            case ColumnChange.Comment ignored -> false;
            case ColumnChange.Identity ignored -> false;
        };
    }

    private void forget(TableName table, String column) {
        var origin = origins.get(table);
        if (origin != null) {
            origin.columns().remove(column);
        }
    }

    private void rename(RenameTable rename) {
        var origin = origins.remove(rename.table());
        if (origin != null) {
            origins.put(rename.newName(), origin);
        }
    }

    private void rename(RenameColumn rename) {
        var origin = origins.get(rename.table());
        var first = origin == null ? null : origin.columns().remove(rename.column());
        if (origin != null && first != null) {
            origin.columns().put(rename.newName(), first);
        }
    }

    /** What rows lost on the way, one line for each table; empty if they lost nothing. An empty table may have got some. */
    public List<String> losses(RowSnapshot before, RowSnapshot after) {
        return origins.entrySet().stream()
                .flatMap(entry -> losses(
                        entry.getKey(),
                        entry.getValue(),
                        before.of(entry.getValue().table()),
                        after.of(entry.getKey())))
                .toList();
    }

    private static Stream<String> losses(
            TableName now, Origin origin, List<Map<String, String>> before, List<Map<String, String>> after) {
        if (before.isEmpty()) {
            return Stream.of();
        }
        if (before.size() != after.size()) {
            return Stream.of("table " + now + " has " + after.size() + " rows, had " + before.size());
        }
        var changed = origin.columns().entrySet().stream()
                .filter(column -> !values(before, column.getValue()).equals(values(after, column.getKey())))
                .map(column -> "table " + now + ": column " + column.getKey() + " holds "
                        + values(after, column.getKey()) + ", held " + values(before, column.getValue()))
                .toList();
        if (!changed.isEmpty()) {
            return changed.stream();
        }
        var old = new ArrayList<>(origin.columns().values());
        var current = new ArrayList<>(origin.columns().keySet());
        return rows(before, old).equals(rows(after, current))
                ? Stream.of()
                : Stream.of("table " + now + ": values of one row have come into another");
    }

    private static List<String> values(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.get(column), column))
                .sorted()
                .toList();
    }

    private static List<String> rows(List<Map<String, String>> rows, List<String> columns) {
        return rows.stream()
                .map(row -> columns.stream().map(row::get).toList().toString())
                .sorted()
                .toList();
    }
}
