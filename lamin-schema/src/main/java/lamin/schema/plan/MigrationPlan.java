package lamin.schema.plan;

import java.util.List;
import lamin.schema.model.SchemaModel;
import lamin.schema.module.Script;

/**
 * What a deploy will do.
 *
 * @param statuses every module of code and database, by name
 * @param before the model state of what is applied
 * @param pending in the order in which they apply
 */
public record MigrationPlan(List<ModuleStatus> statuses, SchemaModel before, List<Script> pending) {
    public MigrationPlan {
        statuses = List.copyOf(statuses);
        pending = List.copyOf(pending);
    }

    public boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Whether the database is at a revision that the code does not have. */
    public boolean isAhead() {
        return statuses.stream()
                .map(ModuleStatus::standing)
                .anyMatch(standing -> standing == Standing.AHEAD || standing == Standing.UNKNOWN_REVISION);
    }
}
