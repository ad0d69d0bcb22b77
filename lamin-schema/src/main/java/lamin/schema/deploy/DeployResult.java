package lamin.schema.deploy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.module.Script;

/** The migrations that a deploy applied or undid, in that order; empty if there was nothing to do. */
public record DeployResult(List<Applied> applied) {
    public static final DeployResult NOTHING = new DeployResult(List.of());

    public DeployResult {
        applied = List.copyOf(applied);
    }

    /** This result followed by the next one. */
    public DeployResult and(DeployResult next) {
        return new DeployResult(
                Stream.concat(applied.stream(), next.applied().stream()).toList());
    }

    /** One migration. */
    public record Applied(Script script, Duration duration) {}
}
