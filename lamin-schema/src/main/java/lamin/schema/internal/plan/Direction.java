package lamin.schema.internal.plan;

import java.util.List;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Operation;

/** The direction in which migrations run. */
public enum Direction {
    UP,
    DOWN;

    public List<Operation> operations(Script script) {
        return switch (this) {
            case UP -> script.upgrade();
            case DOWN -> script.downgrade();
        };
    }

    /** The migration with its direction, as the subject of a sentence. */
    public String describe(Script script) {
        return switch (this) {
            case UP -> "migration " + script;
            case DOWN -> "undoing migration " + script;
        };
    }
}
