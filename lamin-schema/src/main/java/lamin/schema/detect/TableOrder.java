package lamin.schema.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.DropConstraint;
import lamin.schema.operation.Operation.DropTable;

/** Puts new and dropped tables into an order that foreign keys allow, and cuts circles; linear in the keys. */
final class TableOrder {
    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Map<TableName, Set<Table>> referrers = new LinkedHashMap<>();
    private final Set<TableName> begun = new HashSet<>();
    private final Set<TableName> done = new HashSet<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Operation> late = new ArrayList<>();

    private TableOrder(List<Table> tables) {
        tables.forEach(table -> this.tables.put(table.name(), table));
        for (var table : tables) {
            for (var key : keysAmong(table)) {
                referrers
                        .computeIfAbsent(key.target(), ignored -> new LinkedHashSet<>())
                        .add(table);
            }
        }
    }

    /** Targets first; foreign keys that close a circle come after all tables. */
    static List<Operation> creations(List<Table> tables) {
        var order = new TableOrder(tables);
        tables.forEach(order::create);
        order.operations.addAll(order.late);
        return order.operations;
    }

    /** Referring tables first; foreign keys that close a circle go before their table does. */
    static List<Operation> drops(List<Table> tables) {
        var order = new TableOrder(tables);
        tables.forEach(order::drop);
        return order.operations;
    }

    private void create(Table table) {
        if (!begun.add(table.name())) {
            return;
        }
        var kept = new ArrayList<>(table.foreignKeys());
        for (var key : keysAmong(table)) {
            if (begun.contains(key.target()) && !done.contains(key.target())) {
                kept.remove(key);
                late.add(new CreateForeignKey(table.name(), key));
            } else {
                Optional.ofNullable(tables.get(key.target())).ifPresent(this::create);
            }
        }
        done.add(table.name());
        operations.add(new CreateTable(table.withForeignKeys(kept)));
    }

    private void drop(Table table) {
        if (!begun.add(table.name())) {
            return;
        }
        for (var referrer : referrers.getOrDefault(table.name(), Set.of())) {
            if (begun.contains(referrer.name()) && !done.contains(referrer.name())) {
                keysAmong(referrer).stream()
                        .filter(key -> key.target().equals(table.name()))
                        .forEach(key ->
                                operations.add(new DropConstraint(referrer.name(), key.nameIn(referrer.name()))));
            } else {
                drop(referrer);
            }
        }
        done.add(table.name());
        operations.add(new DropTable(table.name()));
    }

    /** The keys to other tables of the same list. */
    private List<ForeignKey> keysAmong(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> tables.containsKey(key.target()) && !key.target().equals(table.name()))
                .toList();
    }
}
