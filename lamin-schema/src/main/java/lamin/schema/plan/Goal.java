package lamin.schema.plan;

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

    /** How the command line says it. */
    default String command() {
        return switch (this) {
            case Heads ignored -> "lamin migrate deploy";
            case UpTo(var target) -> "lamin migrate deploy --to " + target;
            case BackTo(var target) -> "lamin migrate downgrade " + target;
        };
    }
}
