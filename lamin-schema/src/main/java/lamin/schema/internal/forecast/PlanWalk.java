package lamin.schema.internal.forecast;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.database.Translation;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.PassingNames;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.plan.Direction;
import lamin.schema.internal.plan.MigrationPlan;
import lamin.schema.internal.sql.UnclearSqlException;
import lamin.schema.model.Table;

/**
 * The one walk over the pending operations of a plan: each operation is shown to all observers and then translated into
 * steps, which applies it to the state.
 */
final class PlanWalk {
    private final MigrationPlan plan;
    private final DatabaseSystem system;
    private final Replay state;
    private final OriginalColumns known;
    private final List<Observer> observers;

    private PlanWalk(MigrationPlan plan, DatabaseSystem system, List<Observer> observers) {
        this.plan = plan;
        this.system = system;
        this.state = new Replay(plan.before());
        this.known = new OriginalColumns(plan.before());
        this.observers = observers;
    }

    /** Sees each operation before it is applied. */
    interface Observer {
        void see(Sight sight) throws SQLException;

        /** Steps that are to run before those of the operation. */
        default List<Step> stepsBefore(Sight sight) {
            return List.of();
        }
    }

    /**
     * An operation and the state before it.
     *
     * @param shown the operation as it is reported; empty if another operation stands for it
     * @param state before the operation
     * @param known the original tables and columns before the operation
     */
    record Sight(
            Script script,
            Direction direction,
            Operation operation,
            Optional<Operation> shown,
            List<Effect> effects,
            Replay state,
            OriginalColumns known) {
        /** The table that the operation changes, in the plan's state at that point. */
        Optional<Table> table() {
            return operation instanceof OnTable change ? state.table(change.table()) : Optional.empty();
        }
    }

    /** The steps of all migrations, in order. */
    static List<MigrationSteps> through(MigrationPlan plan, DatabaseSystem system, Observer... observers)
            throws SQLException {
        var walk = new PlanWalk(plan, system, List.of(observers));
        var steps = new ArrayList<MigrationSteps>();
        for (var script : plan.pending()) {
            steps.add(walk.through(script));
        }
        return steps;
    }

    private MigrationSteps through(Script script) throws SQLException {
        try {
            var translation = system.begin(state, script.owner());
            var operations = plan.operations(script);
            var names = PassingNames.of(operations);
            for (var operation : operations) {
                through(script, operation, names.shown(operation), translation);
            }
            return new MigrationSteps(script, translation.finish());
        } catch (MisfitException | UnclearSqlException e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    plan.direction().describe(script) + " does not fit: " + e.getMessage(),
                    e.remedies(),
                    Facts.of(Facts.Kind.REVISION, script.revision()),
                    e);
        }
    }

    private void through(Script script, Operation operation, Optional<Operation> shown, Translation translation)
            throws SQLException {
        var sight = new Sight(script, plan.direction(), operation, shown, Effect.of(operation), state, known);
        for (var observer : observers) {
            observer.see(sight);
            observer.stepsBefore(sight).forEach(translation::insert);
        }
        translation.add(operation);
        known.follow(operation);
    }
}
