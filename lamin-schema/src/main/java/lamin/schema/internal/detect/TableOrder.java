package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Puts new and dropped tables into an order that foreign keys allow. A cycle is opened at its first table by name,
 * whose keys to the rest of the cycle are created last or dropped first.
 */
final class TableOrder {
    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Map<TableName, List<Table>> referrers = new HashMap<>();

    private TableOrder(Collection<Table> tables) {
        tables.forEach(table -> this.tables.put(table.name(), table));
        for (var table : tables) {
            for (var target : targets(table)) {
                referrers
                        .computeIfAbsent(target.name(), ignored -> new ArrayList<>())
                        .add(table);
            }
        }
    }

    /** Referenced tables first. */
    static List<OnTable> creations(Collection<Table> tables) {
        var order = new TableOrder(tables);
        var operations = new ArrayList<OnTable>();
        for (var group : Circles.groups(order.tables.values(), order::targets)) {
            if (group.size() == 1) {
                operations.add(new CreateTable(group.getFirst()));
            } else {
                var opened = OpenedCircle.of(group);
                operations.addAll(creations(opened.tables()));
                opened.cut().forEach(key -> operations.add(new CreateForeignKey(opened.first(), key)));
            }
        }
        return operations;
    }

    /** Referring tables first. */
    static List<OnTable> drops(Collection<Table> tables) {
        var order = new TableOrder(tables);
        var operations = new ArrayList<OnTable>();
        for (var group : Circles.groups(order.tables.values(), order::referrers)) {
            if (group.size() == 1) {
                operations.add(new DropTable(group.getFirst().name()));
            } else {
                var opened = OpenedCircle.of(group);
                opened.cut()
                        .forEach(key -> operations.add(new DropConstraint(opened.first(), key.nameIn(opened.first()))));
                operations.addAll(drops(opened.tables()));
            }
        }
        return operations;
    }

    /** The other tables of the list that this one references. */
    private List<Table> targets(Table table) {
        return table.foreignKeys().stream()
                .map(key -> tables.get(key.target()))
                .filter(Objects::nonNull)
                .filter(target -> !target.name().equals(table.name()))
                .toList();
    }

    private List<Table> referrers(Table table) {
        return referrers.getOrDefault(table.name(), List.of());
    }

    /** Tables that reference each other, by name, the first of them without its keys to the others. */
    private record OpenedCircle(TableName first, List<ForeignKey> cut, List<Table> tables) {
        static OpenedCircle of(List<Table> circle) {
            var names = circle.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
            var first = names.removeFirst();
            var tables = new ArrayList<Table>();
            var cut = new ArrayList<ForeignKey>();
            for (var table : circle) {
                if (table.name().equals(first)) {
                    table.foreignKeys().stream()
                            .filter(key -> names.contains(key.target()))
                            .forEach(cut::add);
                    tables.add(table.withForeignKeys(table.foreignKeys().stream()
                            .filter(key -> !names.contains(key.target()))
                            .toList()));
                } else {
                    tables.add(table);
                }
            }
            tables.sort(Comparator.comparing(Table::name));
            return new OpenedCircle(first, cut, tables);
        }
    }
}
