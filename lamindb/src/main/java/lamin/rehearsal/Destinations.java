package lamin.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.plan.MigrationPlan;
import lamin.schema.internal.plan.Origins;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Where the tables and columns of a live database will be when a plan was carried out. */
final class Destinations {
    private final Map<TableName, Set<String>> known = new HashMap<>();
    private final Map<TableName, Destination> byName = new HashMap<>();
    private final DatabaseSystem system;

    /** A table's later name, and by their names now those of its columns. */
    private record Destination(TableName table, Map<String, String> columns) {}

    Destinations(MigrationPlan plan, DatabaseSystem system) {
        this.system = system;
        plan.before()
                .tables()
                .forEach(table -> known.put(
                        live(table.name()),
                        table.columns().stream().map(Column::name).collect(Collectors.toSet())));
        Origins.after(plan).byLaterName().forEach((later, origin) -> {
            var columns = new HashMap<String, String>();
            origin.columns().forEach((name, before) -> columns.put(before.name(), name));
            byName.put(live(origin.table().name()), new Destination(live(later), columns));
        });
    }

    private TableName live(TableName table) {
        return system.logicalRules().stored(table);
    }

    /** Empty when the table will be dropped. One that no module knows keeps its name. */
    Optional<TableName> of(TableName table) {
        var destination = byName.get(table);
        return destination == null
                ? Optional.of(table).filter(name -> !known.containsKey(name))
                : Optional.of(destination.table());
    }

    /** Null when the column will be dropped. One that no module knows keeps its name. */
    @Nullable
    String of(TableName table, String column) {
        var destination = byName.get(table);
        if (destination == null || !known.getOrDefault(table, Set.of()).contains(column)) {
            return column;
        }
        return destination.columns().get(column);
    }

    /** The primary key if all of it will be there afterwards: it identifies rows before and after. */
    List<String> lastingKey(Table table) {
        var key = table.primaryKey();
        return key == null || key.columns().stream().anyMatch(column -> of(table.name(), column) == null)
                ? List.of()
                : key.columns();
    }

    /** The same columns by the names that they have afterwards, when the table has its later name. */
    List<String> lastingKeyOf(Table later, SchemaModel before) {
        return before.tables().stream()
                .filter(table -> of(table.name()).filter(later.name()::equals).isPresent())
                .findFirst()
                .map(this::laterNamesOfKey)
                .filter(key ->
                        key.stream().allMatch(column -> later.column(column).isPresent()))
                .orElse(List.of());
    }

    private List<String> laterNamesOfKey(Table table) {
        return lastingKey(table).stream()
                .map(column -> Objects.requireNonNull(of(table.name(), column), "the key lasts"))
                .toList();
    }
}
