package lamin.schema.dialect;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.model.Owner;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.Irreversible;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Operation.Run;
import lamin.schema.operation.Operation.StateOnly;
import lamin.schema.operation.Replay;

/** PostgreSQL: every operation is ALTER TABLE or its like. */
public final class PostgresDialect implements Dialect {
    @Override
    public List<Step> steps(Replay state, Owner owner, List<Operation> operations) {
        var steps = new ArrayList<Step>();
        for (var operation : operations) {
            switch (operation) {
                case OnTable change -> {
                    var before = state.table(change.table()).orElse(null);
                    state.apply(owner, change);
                    new PostgresSteps(before, state).of(change).forEach(sql -> steps.add(new Step.Sql(sql)));
                }
                case Execute(var ignored, var postgresql) -> {
                    if (!postgresql.isBlank()) {
                        steps.add(new Step.Sql(postgresql));
                    }
                }
                case Run(var step) -> steps.add(new Step.Code(step));
                case StateOnly ignored -> state.apply(owner, operation);
                case Irreversible(var reason) -> throw new MisfitException("there is no way back: " + reason);
            }
        }
        return steps;
    }
}
