package lamin.schema.internal.operation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.model.TableName;

/**
 * Temporary names within a migration, as in an exchange of two names. Previews and findings report a renamed or dropped
 * object under its names before and after the migration.
 */
public final class PassingNames {
    private final Map<Object, Operation> renamedTo = new HashMap<>();
    private final Map<Operation, Operation> shown = new HashMap<>();
    private final Set<Operation> hidden = new HashSet<>();

    private PassingNames() {}

    /** Those of operations that follow one another. */
    public static PassingNames of(List<Operation> operations) {
        var names = new PassingNames();
        operations.forEach(names::add);
        return names;
    }

    private void add(Operation operation) {
        switch (operation) {
            case RenameTable rename -> rename(rename.table(), rename.newName(), rename);
            case RenameColumn rename ->
                rename(column(rename.table(), rename.column()), column(rename.table(), rename.newName()), rename);
            case DropColumn drop -> drop(drop);
            default -> {}
        }
    }

    private static List<Object> column(TableName table, String column) {
        return List.of(table, column);
    }

    private void rename(Object from, Object to, Operation rename) {
        var earlier = renamedTo.remove(from);
        if (earlier == null) {
            renamedTo.put(to, rename);
        } else {
            hidden.add(rename);
            shown.put(earlier, joined(earlier, rename));
            renamedTo.put(to, earlier);
        }
    }

    private static Operation joined(Operation first, Operation last) {
        if (first instanceof RenameTable from && last instanceof RenameTable to) {
            return new RenameTable(from.table(), to.newName(), to.entity());
        }
        return first instanceof RenameColumn from && last instanceof RenameColumn to
                ? new RenameColumn(from.table(), from.column(), to.newName(), to.property())
                : first;
    }

    private void drop(DropColumn drop) {
        var earlier = renamedTo.remove(column(drop.table(), drop.column()));
        if (earlier instanceof RenameColumn rename) {
            hidden.add(rename);
            shown.put(drop, new DropColumn(drop.table(), rename.column()));
        }
    }

    /** The operation as it is reported; empty if another operation stands for it. */
    public Optional<Operation> shown(Operation operation) {
        return hidden.contains(operation) ? Optional.empty() : Optional.of(shown.getOrDefault(operation, operation));
    }
}
