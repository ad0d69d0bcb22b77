package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.Reversal;
import lamin.schema.model.SchemaModel;

/** Checks whether the downgrade of a script restores the state before it. */
public final class DowngradeCheck {
    private final SchemaModel before;
    private final Script script;

    /**
     * Checks one script.
     *
     * @param before the model state before the script
     */
    public DowngradeCheck(SchemaModel before, Script script) {
        this.before = before;
        this.script = script;
    }

    /** Whether the downgrade is complete. An irreversible migration has none. */
    public boolean leadsBack() {
        return !isClosed() && block().isEmpty();
    }

    private boolean isClosed() {
        return script.downgrade().stream().anyMatch(Operation.Irreversible.class::isInstance);
    }

    /**
     * The operations missing from the downgrade, as Java to paste; empty if it is complete, or if the author states why
     * it is impossible.
     */
    List<String> block() {
        if (isClosed()) {
            return List.of();
        }
        if (script.downgrade().isEmpty()) {
            return block("add to", Reversal.of(before, script.owner(), script.upgrade()));
        }
        try {
            return block("add to", missing());
        } catch (MisfitException e) {
            var block = new ArrayList<>(
                    List.of("// the downgrade of " + script.fileName() + " does not fit: " + e.getMessage()));
            block.addAll(block("write instead into", Reversal.of(before, script.owner(), script.upgrade())));
            return block;
        }
    }

    private List<Operation> missing() {
        var owner = script.owner();
        var up = Replay.of(before, owner, script.upgrade());
        var back = Replay.of(up, owner, script.downgrade());
        var owners = Map.of(owner.module(), owner);
        return AssumedAnswers.renames(decisions -> Detector.detect(back, before, owners, Hints.NONE, decisions))
                .detection()
                .of(owner.module());
    }

    private List<String> block(String what, List<Operation> operations) {
        if (operations.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("----- " + what + " " + script.fileName() + ", downgrade -----"));
        WayBack.undecided(operations)
                .forEach(operation ->
                        JavaSource.of(operation, script.owner()).lines().forEach(lines::add));
        lines.add("-----");
        return lines;
    }
}
