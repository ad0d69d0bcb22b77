package lamin.schema.internal.plan;

import lamin.schema.Remedy;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.DeployTo;
import lamin.schema.Remedy.Downgrade;

/** What a run of migrations is to reach. */
public sealed interface Goal {
    /** Every module at its head. */
    record Heads() implements Goal {}

    /** One module, with what that needs of others. */
    record UpTo(Target target) implements Goal {}

    /** One module, by undoing what is applied beyond the target. */
    record BackTo(Target target) implements Goal {}

    default Direction direction() {
        return switch (this) {
            case Heads ignored -> Direction.UP;
            case UpTo ignored -> Direction.UP;
            case BackTo ignored -> Direction.DOWN;
        };
    }

    /** The run that reaches it, as something to do. */
    default Remedy.Run remedy() {
        return switch (this) {
            case Heads ignored -> new Deploy();
            case UpTo(var target) -> new DeployTo(target.toString());
            case BackTo(var target) -> new Downgrade(target.toString());
        };
    }

    /** The run in a few words, for others who look who works on a database. */
    default String description() {
        return switch (this) {
            case Heads ignored -> "deploy";
            case UpTo(var target) -> "deploy to " + target;
            case BackTo(var target) -> "downgrade to " + target;
        };
    }
}
