package lamin.schema.plan;

import lamin.schema.model.TableName;
import lamin.schema.module.ModuleConvention;
import lamin.schema.module.Script;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Replay;

/** A module changes its own tables only; a move is told with {@code stateOnly} in both modules. */
final class TableOwnership {
    private TableOwnership() {}

    static void refuseTrespass(Replay before, Script script, Operation operation) {
        if (operation instanceof OnTable change) {
            before.table(change.table()).ifPresent(table -> {
                if (!table.module().equals(script.owner().module())) {
                    throw new MisfitException("table " + table.name() + " belongs to module " + table.module());
                }
            });
        }
        if (operation instanceof CreateTable create) {
            refuseReserved(create.table(), script);
        }
    }

    private static void refuseReserved(TableName table, Script script) {
        if (ModuleConvention.isReserved(table.flat())
                && !script.owner().module().equals(ModuleConvention.CORE)) {
            throw new MisfitException("the name of table " + table + " begins with a prefix that is reserved");
        }
    }
}
