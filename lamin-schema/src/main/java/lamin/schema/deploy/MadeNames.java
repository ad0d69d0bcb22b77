package lamin.schema.deploy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.operation.Operation.RenameColumn;
import lamin.schema.operation.Operation.RenameTable;

/** The names of tables and columns that a migration makes, and what later ones call them. */
final class MadeNames {
    private Set<Name> names = new HashSet<>();

    /** @param column empty for the table itself */
    private record Name(TableName table, String column) {
        Name in(TableName renamed) {
            return new Name(renamed, column);
        }
    }

    void make(Operation operation) {
        follow(operation);
        if (operation instanceof CreateTable create) {
            names.add(new Name(create.table(), ""));
        } else if (operation instanceof AddColumn add) {
            names.add(new Name(add.table(), add.column().name()));
        } else if (operation instanceof RenameTable rename) {
            names.add(new Name(rename.newName(), ""));
        } else if (operation instanceof RenameColumn rename) {
            names.add(new Name(rename.table(), rename.newName()));
        }
    }

    void follow(Operation operation) {
        if (operation instanceof DropTable(var table)) {
            names.removeIf(name -> name.table().equals(table));
        } else if (operation instanceof DropColumn(var table, var column)) {
            names.remove(new Name(table, column));
        } else if (operation instanceof RenameTable rename) {
            names = names.stream()
                    .map(name -> name.table().equals(rename.table()) ? name.in(rename.newName()) : name)
                    .collect(Collectors.toCollection(HashSet::new));
        } else if (operation instanceof RenameColumn rename
                && names.remove(new Name(rename.table(), rename.column()))) {
            names.add(new Name(rename.table(), rename.newName()));
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
