package lamin.testing.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** The order in which tables can be filled: referenced tables first. */
final class FillOrder {
    private final Map<TableName, Table> open = new LinkedHashMap<>();
    private final Set<TableName> done = new HashSet<>();

    private FillOrder() {}

    /** The tables of a module and all that they reference. */
    static List<Table> of(SchemaModel model, String module) {
        var order = new FillOrder();
        order.collect(model, module);
        var ordered = new ArrayList<Table>();
        while (!order.open.isEmpty()) {
            var next = order.next();
            order.open.remove(next.name());
            order.done.add(next.name());
            ordered.add(next);
        }
        return ordered;
    }

    private void collect(SchemaModel model, String module) {
        var queue = new ArrayDeque<>(model.ofModule(module).tables());
        while (!queue.isEmpty()) {
            var table = queue.poll();
            if (open.put(table.name(), table) == null) {
                table.foreignKeys().forEach(key -> model.table(key.target()).ifPresent(queue::add));
            }
        }
    }

    private Table next() {
        return first(false)
                .or(() -> first(true))
                .orElseThrow(() -> new LaminException(
                        ErrorCode.REFUSED,
                        "no rows can be generated for tables that point to each other in a circle without a nullable"
                                + " column: " + open.keySet(),
                        GeneratedRows.ADVICE));
    }

    /** The first table whose foreign keys reference only tables that are done. */
    private Optional<Table> first(boolean ignoringNullable) {
        return open.values().stream()
                .filter(table -> table.foreignKeys().stream()
                        .filter(key -> !key.target().equals(table.name()))
                        .filter(key -> !(ignoringNullable && isNullable(table, key)))
                        .allMatch(key -> done.contains(key.target())))
                .findFirst();
    }

    static boolean isNullable(Table table, ForeignKey key) {
        return key.columns().stream()
                .flatMap(column -> table.column(column).stream())
                .anyMatch(column -> column.nullable() && !table.isPrimaryKey(column.name()));
    }
}
