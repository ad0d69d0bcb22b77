package lamin.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Description;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.plan.Planner;
import lamin.schema.model.SchemaModel;

/** Operations that change nothing, as a migration before them did the same. Their downgrade would undo that one's work. */
public final class RepeatedChanges {
    private RepeatedChanges() {}

    /** Those in migrations with these revisions, each as a sentence. */
    public static List<String> of(Comparison comparison, Collection<String> revisions) {
        var repeated = new ArrayList<String>();
        var replay = new Replay(SchemaModel.EMPTY);
        for (var script : new Planner(comparison.chains()).order()) {
            for (var operation : script.upgrade()) {
                var description = Description.of(operation, replay);
                boolean isRepeated = isRepeated(replay, script, operation);
                if (isRepeated && revisions.contains(script.revision())) {
                    repeated.add(script.fileName() + " repeats what is done before it: " + description);
                }
            }
        }
        return repeated;
    }

    /** Applies the operation and compares. */
    private static boolean isRepeated(Replay replay, Script script, Operation operation) {
        if (operation instanceof OnTable change) {
            var before = replay.table(change.table());
            replay.apply(script.owner(), operation);
            return before.isPresent() && before.equals(replay.table(change.table()));
        }
        if (operation instanceof OnSequence change) {
            var before = replay.sequence(change.sequence());
            replay.apply(script.owner(), operation);
            return before.isPresent() && before.equals(replay.sequence(change.sequence()));
        }
        replay.apply(script.owner(), operation);
        return false;
    }
}
