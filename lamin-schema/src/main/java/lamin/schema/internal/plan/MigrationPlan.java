package lamin.schema.internal.plan;

import java.util.List;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.SchemaModel;

/**
 * The migrations that a deploy or a downgrade will run.
 *
 * @param statuses every module of code and database, by name
 * @param before the model state of the applied migrations
 * @param direction the direction in which the migrations run
 * @param pending in the order in which they run
 */
public record MigrationPlan(
        List<ModuleStatus> statuses, SchemaModel before, Direction direction, List<Script> pending) {
    public MigrationPlan {
        statuses = List.copyOf(statuses);
        pending = List.copyOf(pending);
    }

    /** The operations of one of the migrations. */
    public List<Operation> operations(Script script) {
        return direction.operations(script);
    }

    public boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Whether the database is at a revision that the code does not have. */
    public boolean isAhead() {
        return statuses.stream()
                .map(ModuleStatus::state)
                .anyMatch(state -> state == ModuleState.AHEAD || state == ModuleState.UNKNOWN_REVISION);
    }
}
