package lamin.schema.forecast;

import java.util.List;
import lamin.schema.database.Step;
import lamin.schema.module.Script;

/** A migration and the steps that carry it out. */
public record MigrationSteps(Script script, List<Step> steps) {
    public MigrationSteps {
        steps = List.copyOf(steps);
    }
}
