package lamin.schema.internal.plan;

import lamin.schema.Remedy;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.DeployTo;
import lamin.schema.Remedy.Downgrade;

/** The goal of a run of migrations. */
public sealed interface Goal {
    /** Brings every module to its head. */
    record Heads() implements Goal {}

    /** Brings one module up to a target, with its requirements in other modules. */
    record UpTo(Target target) implements Goal {}

    /** Undoes the migrations of one module beyond a target. */
    record BackTo(Target target) implements Goal {}

    default Direction direction() {
        return switch (this) {
            case Heads ignored -> Direction.UP;
            case UpTo ignored -> Direction.UP;
            case BackTo ignored -> Direction.DOWN;
        };
    }

    /** The run that reaches the goal, as a remedy. */
    default Remedy.Run remedy() {
        return switch (this) {
            case Heads ignored -> new Deploy();
            case UpTo(var target) -> new DeployTo(target.toString());
            case BackTo(var target) -> new Downgrade(target.toString());
        };
    }

    /** The run in a few words, shown to others who look at the sessions of a database. */
    default String description() {
        return switch (this) {
            case Heads ignored -> "deploy";
            case UpTo(var target) -> "deploy to " + target;
            case BackTo(var target) -> "downgrade to " + target;
        };
    }
}
