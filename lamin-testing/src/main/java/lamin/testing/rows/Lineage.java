package lamin.testing.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.plan.Origins;
import lamin.schema.internal.plan.Origins.Origin;
import lamin.schema.internal.sql.SqlScript;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;

/**
 * Follows tables and columns through migrations, to find their values again. It stops at intended changes: dropped and
 * converted columns, tables whose rows are changed or that custom SQL mentions, and everything after custom Java.
 */
public final class Lineage {
    private final Origins origins;
    private final Set<TableName> tablesLost = new HashSet<>();
    private final Set<FirstColumn> columnsLost = new HashSet<>();

    /** A column by the original names of it and its table. */
    private record FirstColumn(TableName table, String column) {}

    /** Starts at a model state. */
    public Lineage(SchemaModel start) {
        origins = new Origins(start);
    }

    /** Follows the operations of a migration. */
    public Lineage follow(List<Operation> operations) {
        operations.forEach(this::follow);
        return this;
    }

    private void follow(Operation operation) {
        Effect.of(operation).forEach(this::loseTrack);
        origins.follow(operation);
    }

    private void loseTrack(Effect effect) {
        if (effect instanceof Effect.AltersColumn(var alter) && isConverted(alter)) {
            forget(alter.table(), alter.column());
        } else if (effect instanceof Effect.RunsSql(var sql)) {
            origins.byLaterName().forEach((table, origin) -> {
                if (sql.scripts().anyMatch(script -> mentions(script, table))) {
                    tablesLost.add(origin.table().name());
                }
            });
        } else if (effect instanceof Effect.ChangesRows(var table, var ignored)) {
            origins.of(table).ifPresent(origin -> tablesLost.add(origin.table().name()));
        } else if (effect instanceof Effect.RunsJava) {
            origins.byLaterName()
                    .values()
                    .forEach(origin -> tablesLost.add(origin.table().name()));
        }
    }

    private static boolean mentions(SqlScript sql, TableName table) {
        return sql.mayMention(table.name()) || sql.mayMention(table.flat());
    }

    private void forget(TableName table, String column) {
        origins.of(table).ifPresent(origin -> {
            var first = origin.columns().get(column);
            if (first != null) {
                columnsLost.add(new FirstColumn(origin.table().name(), first.name()));
            }
        });
    }

    private static boolean isConverted(AlterColumn alter) {
        return alter.using() != null || alter.changes().stream().anyMatch(Lineage::isConversion);
    }

    /** NULL may have been replaced by a value. */
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

    /**
     * The losses in rows, one line for each table; empty if nothing was lost. An empty table may have received rows.
     */
    public List<String> losses(RowSnapshot before, RowSnapshot after) {
        return origins.byLaterName().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !tablesLost.contains(entry.getValue().table().name()))
                .flatMap(entry -> losses(
                        entry.getKey(),
                        lastingColumns(entry.getValue()),
                        before.of(entry.getValue().table().name()),
                        after.of(entry.getKey())))
                .toList();
    }

    /** The columns whose values must not have changed: their original names by their current ones. */
    private SortedMap<String, String> lastingColumns(Origin origin) {
        var table = origin.table().name();
        var lasting = new TreeMap<String, String>();
        origin.columns().forEach((now, first) -> {
            if (!columnsLost.contains(new FirstColumn(table, first.name()))) {
                lasting.put(now, first.name());
            }
        });
        return lasting;
    }

    private static Stream<String> losses(
            TableName now,
            SortedMap<String, String> columns,
            List<Map<String, String>> before,
            List<Map<String, String>> after) {
        if (before.isEmpty()) {
            return Stream.of();
        }
        if (before.size() != after.size()) {
            return Stream.of("table " + now + " has " + after.size() + " rows, had " + before.size());
        }
        var changed = columns.entrySet().stream()
                .filter(column -> !values(before, column.getValue()).equals(values(after, column.getKey())))
                .map(column -> "table " + now + ": column " + column.getKey() + " holds "
                        + values(after, column.getKey()) + ", held " + values(before, column.getValue()))
                .toList();
        if (!changed.isEmpty()) {
            return changed.stream();
        }
        var old = new ArrayList<>(columns.values());
        var current = new ArrayList<>(columns.keySet());
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
