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

/** Which table and column of the database each later one was, followed through operations in their order. */
public final class Origins {
    private final Map<TableName, Origin> byLaterName = new HashMap<>();

    /**
     * A table as it was.
     *
     * @param columns by later name, those that the table had and still has
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

    /** All tables that were there and still are, by later name. */
    public Map<TableName, Origin> byLaterName() {
        return Map.copyOf(byLaterName);
    }

    /** What a table with that name now was; empty for a new one. */
    public Optional<Origin> of(TableName table) {
        return Optional.ofNullable(byLaterName.get(table));
    }

    /** Goes past an operation; a table that custom SQL drops or creates again is still the one that it was. */
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
