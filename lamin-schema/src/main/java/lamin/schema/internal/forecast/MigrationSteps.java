package lamin.schema.internal.forecast;

import java.util.List;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.module.Script;

/** A migration and the steps that carry it out. */
public record MigrationSteps(Script script, List<Step> steps) {
    public MigrationSteps {
        steps = List.copyOf(steps);
    }
}
