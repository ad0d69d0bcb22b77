package lamin.schema.internal.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Maps tables and columns to those of the database that they originate from, following operations in order. */
public final class Origins {
    private final Map<TableName, Origin> byLaterName = new HashMap<>();

    /**
     * A table in its original form.
     *
     * @param columns by later name, the original columns that still exist
     */
    public record Origin(Table table, Map<String, Column> columns) {
        public Origin {
            columns = Map.copyOf(columns);
        }

        private static Origin of(Table table) {
            return new Origin(
                    table, table.columns().stream().collect(Collectors.toMap(Column::name, Function.identity())));
        }

        private Origin without(String column) {
            var fewer = new HashMap<>(columns);
            fewer.remove(column);
            return new Origin(table, fewer);
        }

        private Origin renamed(String column, String newName) {
            var renamed = new HashMap<>(columns);
            var known = renamed.remove(column);
            if (known != null) {
                renamed.put(newName, known);
            }
            return new Origin(table, renamed);
        }
    }

    /** Before any operation. */
    public Origins(SchemaModel before) {
        before.tables().forEach(table -> byLaterName.put(table.name(), Origin.of(table)));
    }

    /** At the end of a plan. */
    public static Origins after(MigrationPlan plan) {
        var origins = new Origins(plan.before());
        plan.pending().forEach(script -> plan.operations(script).forEach(origins::follow));
        return origins;
    }

    /** All original tables that still exist, by later name. */
    public Map<TableName, Origin> byLaterName() {
        return Map.copyOf(byLaterName);
    }

    /** The original of the table that now has this name; empty for a new table. */
    public Optional<Origin> of(TableName table) {
        return Optional.ofNullable(byLaterName.get(table));
    }

    /**
     * A table or column of the database that an effect drops.
     *
     * @param table in its original form
     * @param column in its original form; null if the whole table is dropped
     */
    public record Dropped(Table table, @Nullable Column column) {
        /** The original name: {@code table} or {@code table.column}. */
        public String name() {
            return column == null ? table.name().toString() : table.name() + "." + column.name();
        }
    }

    /** What an effect drops; empty for what the plan itself created, and for a computed column, which stores no data. */
    public Optional<Dropped> dropped(Effect effect) {
        if (effect instanceof Effect.DropsTable(var table)) {
            return of(table).map(origin -> new Dropped(origin.table(), null));
        }
        if (effect instanceof Effect.DropsColumn(var table, var column)) {
            return of(table)
                    .flatMap(origin -> Optional.ofNullable(origin.columns().get(column))
                            .filter(original -> original.generatedAs() == null)
                            .map(original -> new Dropped(origin.table(), original)));
        }
        return Optional.empty();
    }

    /** Follows an operation; a table that custom SQL drops or recreates still counts as the original. */
    public void follow(Operation operation) {
        Effect.of(operation).forEach(this::follow);
    }

    private void follow(Effect effect) {
        if (effect instanceof Effect.CreatesTable(var table)) {
            byLaterName.remove(table.name());
        } else if (effect instanceof Effect.DropsTable(var table)) {
            byLaterName.remove(table);
        } else if (effect instanceof Effect.DropsColumn(var table, var column)) {
            byLaterName.computeIfPresent(table, (name, origin) -> origin.without(column));
        } else if (effect instanceof Effect.ChangesStateOnly(var effects)) {
            effects.forEach(this::rename);
        } else {
            rename(effect);
        }
    }

    private void rename(Effect effect) {
        if (effect instanceof Effect.RenamesTable rename) {
            var origin = byLaterName.remove(rename.table());
            if (origin != null) {
                byLaterName.put(rename.newName(), origin);
            }
        } else if (effect instanceof Effect.RenamesColumn rename) {
            byLaterName.computeIfPresent(
                    rename.table(), (name, origin) -> origin.renamed(rename.column(), rename.newName()));
        }
    }
}
