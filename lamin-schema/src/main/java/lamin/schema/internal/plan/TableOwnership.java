package lamin.schema.internal.plan;

import lamin.schema.internal.module.ModuleConvention;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.TableName;

/** Checks that a module changes only its own tables; a move is declared with {@code stateOnly} in both modules. */
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
        if (operation instanceof OnSequence change) {
            before.sequence(change.sequence()).ifPresent(sequence -> {
                if (!sequence.module().equals(script.owner().module())) {
                    throw new MisfitException(
                            "sequence " + sequence.name() + " belongs to module " + sequence.module());
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
