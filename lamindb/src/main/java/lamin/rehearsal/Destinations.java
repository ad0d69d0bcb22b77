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

/** Maps the tables and columns of a live database to those after a plan. */
final class Destinations {
    private final Map<TableName, Set<String>> known = new HashMap<>();
    private final Map<TableName, Destination> byName = new HashMap<>();
    private final DatabaseSystem system;

    /** The later name of a table, and the later names of its columns by their current ones. */
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

    /** Empty if the table will be dropped. A table that belongs to no module keeps its name. */
    Optional<TableName> of(TableName table) {
        var destination = byName.get(table);
        return destination == null
                ? Optional.of(table).filter(name -> !known.containsKey(name))
                : Optional.of(destination.table());
    }

    /** Null if the column will be dropped. A column that belongs to no module keeps its name. */
    @Nullable
    String of(TableName table, String column) {
        var destination = byName.get(table);
        if (destination == null || !known.getOrDefault(table, Set.of()).contains(column)) {
            return column;
        }
        return destination.columns().get(column);
    }

    /** The primary key if all of it remains afterwards, so that it identifies rows before and after. */
    List<String> lastingKey(Table table) {
        var key = table.primaryKey();
        return key == null || key.columns().stream().anyMatch(column -> of(table.name(), column) == null)
                ? List.of()
                : key.columns();
    }

    /** The same columns by their later names, for a table under its later name. */
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
