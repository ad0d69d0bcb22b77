package lamin.schema.deploy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.Step;
import lamin.schema.dialect.Translation;
import lamin.schema.model.Table;
import lamin.schema.module.Script;
import lamin.schema.operation.Effect;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Replay;
import lamin.schema.plan.Direction;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.sql.UnclearSqlException;

/**
 * The one walk over the pending operations of a plan: each operation is shown to all observers, then translated into steps,
 * which applies it to the state that the next one meets.
 */
final class PlanWalk {
    private final MigrationPlan plan;
    private final Dialect dialect;
    private final Replay state;
    private final KnownRows known;
    private final List<Observer> observers;

    private PlanWalk(MigrationPlan plan, Dialect dialect, List<Observer> observers) {
        this.plan = plan;
        this.dialect = dialect;
        this.state = new Replay(plan.before());
        this.known = new KnownRows(plan.before());
        this.observers = observers;
    }

    /** Looks at each operation before it is applied. */
    interface Observer {
        void see(Sight sight) throws SQLException;
    }

    /**
     * An operation and what it meets.
     *
     * @param state before the operation
     * @param known the rows of the database by their tables and columns before the operation
     */
    record Sight(
            Script script,
            Direction direction,
            Operation operation,
            List<Effect> effects,
            Replay state,
            KnownRows known) {
        /** The table that the operation changes, as the plan has it there. */
        Optional<Table> table() {
            return operation instanceof OnTable change ? state.table(change.table()) : Optional.empty();
        }
    }

    /** A migration and the steps that carry it out. */
    record Steps(Script script, List<Step> steps) {}

    /** The steps of all migrations, in their order. */
    static List<Steps> through(MigrationPlan plan, Dialect dialect, Observer... observers) throws SQLException {
        var walk = new PlanWalk(plan, dialect, List.of(observers));
        var steps = new ArrayList<Steps>();
        for (var script : plan.pending()) {
            steps.add(walk.through(script));
        }
        return steps;
    }

    private Steps through(Script script) throws SQLException {
        try {
            var translation = dialect.begin(state, script.owner());
            for (var operation : plan.operations(script)) {
                through(script, operation, translation);
            }
            return new Steps(script, translation.finish());
        } catch (MisfitException | UnclearSqlException e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    plan.direction().describe(script) + " does not fit: " + e.getMessage(),
                    e.remedies(),
                    Facts.of(Facts.Kind.REVISION, script.revision()),
                    e);
        }
    }

    private void through(Script script, Operation operation, Translation translation) throws SQLException {
        var sight = new Sight(script, plan.direction(), operation, Effect.of(operation), state, known);
        for (var observer : observers) {
            observer.see(sight);
        }
        translation.add(operation);
        known.follow(operation);
    }
}
