package lamin;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Confirm;
import lamin.schema.Remedy.DropModule;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.forecast.Loss;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.model.TableName;

/**
 * The planned removal of a module from an instance, together with its tables; nothing changes until it is carried out.
 */
public final class ModuleDrop {
    private final String module;
    private final Deployer downgrade;
    private final SortedMap<TableName, Long> tables;

    ModuleDrop(String module, Deployer downgrade) {
        this.module = module;
        this.downgrade = downgrade;
        var rows = new TreeMap<TableName, Long>();
        downgrade.plan().before().tables().stream()
                .filter(table -> table.module().equals(module))
                .forEach(table -> rows.put(table.name(), 0L));
        downgrade.losses().stream()
                .filter(loss -> loss.column() == null)
                .forEach(loss -> rows.put(loss.table(), loss.rows()));
        this.tables = Collections.unmodifiableSortedMap(rows);
    }

    /** The tables that would be dropped, with their numbers of rows. */
    public SortedMap<TableName, Long> tables() {
        return tables;
    }

    /**
     * Undoes all migrations of the module and unmounts it: on SQLite all or nothing.
     *
     * @param allowed the tables that may be dropped even though they hold rows
     * @throws LaminException with {@code REFUSED} if another table holds rows, or a migration cannot be undone
     */
    void carryOut(Set<String> allowed) {
        refuseLosses(allowed);
        var names = downgrade.losses().stream()
                .filter(loss -> allowed.contains(loss.table().toString()))
                .map(Loss::name)
                .collect(Collectors.toSet());
        downgrade.allowingDrops(names).deploy(connection -> new Ledger(connection).forget(module));
    }

    private void refuseLosses(Set<String> allowed) {
        var held = tables.entrySet().stream()
                .filter(table -> table.getValue() > 0)
                .filter(table -> !allowed.contains(table.getKey().toString()))
                .toList();
        if (!held.isEmpty()) {
            var names = held.stream().map(table -> table.getKey().toString()).toList();
            throw new LaminException(
                    ErrorCode.REFUSED,
                    held.stream()
                                    .map(table -> table.getKey() + " holds " + table.getValue() + " rows")
                                    .collect(Collectors.joining(", "))
                            + "\nnothing was changed",
                    List.of(new Confirm(new DropModule(module, names))),
                    Facts.of(Facts.Kind.MODULE, module).and(Facts.Kind.TABLE, names),
                    null);
        }
    }
}
