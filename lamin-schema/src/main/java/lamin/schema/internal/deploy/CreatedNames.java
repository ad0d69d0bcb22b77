package lamin.schema.internal.deploy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;

/** The names of tables and columns that a migration creates, and the names that later migrations give them. */
final class CreatedNames {
    private Set<Name> names = new HashSet<>();

    /** @param column empty for the table itself */
    private record Name(TableName table, String column) {
        Name in(TableName renamed) {
            return new Name(renamed, column);
        }
    }

    void make(Operation operation) {
        follow(operation);
        Effect.of(operation).forEach(this::make);
    }

    private void make(Effect effect) {
        if (effect instanceof Effect.CreatesTable(var table)) {
            names.add(new Name(table.name(), ""));
        } else if (effect instanceof Effect.CreatesColumn(var table, var column, var ignored)) {
            names.add(new Name(table, column.name()));
        } else if (effect instanceof Effect.RenamesTable(var ignored, var newName)) {
            names.add(new Name(newName, ""));
        } else if (effect instanceof Effect.RenamesColumn(var table, var ignored, var newName)) {
            names.add(new Name(table, newName));
        }
    }

    void follow(Operation operation) {
        Effect.of(operation).forEach(this::follow);
    }

    private void follow(Effect effect) {
        if (effect instanceof Effect.DropsTable(var table)) {
            names.removeIf(name -> name.table().equals(table));
        } else if (effect instanceof Effect.DropsColumn(var table, var column)) {
            names.remove(new Name(table, column));
        } else if (effect instanceof Effect.RenamesTable(var table, var newName)) {
            names = names.stream()
                    .map(name -> name.table().equals(table) ? name.in(newName) : name)
                    .collect(Collectors.toCollection(HashSet::new));
        } else if (effect instanceof Effect.RenamesColumn(var table, var column, var newName)
                && names.remove(new Name(table, column))) {
            names.add(new Name(table, newName));
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean areAllAbsent(SchemaModel live) {
        return names.stream().noneMatch(name -> isThere(name, live));
    }

    private static boolean isThere(Name name, SchemaModel live) {
        return live.tables().stream()
                .filter(table -> table.name().flat().equals(name.table().flat()))
                .anyMatch(table ->
                        name.column().isEmpty() || table.column(name.column()).isPresent());
    }
}
