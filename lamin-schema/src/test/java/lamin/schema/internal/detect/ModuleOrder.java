package lamin.schema.internal.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;

/** The order in which authors of several modules write the migrations of one change. */
public final class ModuleOrder {
    private ModuleOrder() {}

    /** The operations by module, each module at a time at which its operations fit. */
    public static SequencedMap<String, List<Operation>> of(SchemaModel before, Detection detection) {
        var open = new TreeMap<>(detection.operations());
        var ordered = new LinkedHashMap<String, List<Operation>>();
        var state = before;
        while (!open.isEmpty()) {
            var next = next(open, detection, state);
            open.remove(next.getKey());
            state = Replay.of(state, Owner.of(next.getKey()), next.getValue());
            ordered.put(next.getKey(), next.getValue());
        }
        return ordered;
    }

    private static Map.Entry<String, List<Operation>> next(
            Map<String, List<Operation>> open, Detection detection, SchemaModel state) {
        return Map.copyOf(open).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> detection.dependencies().getOrDefault(entry.getKey(), Set.of()).stream()
                        .noneMatch(open::containsKey))
                .filter(entry -> fits(entry.getKey(), entry.getValue(), state))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no order of modules fits the operations " + open));
    }

    private static boolean fits(String module, List<Operation> operations, SchemaModel state) {
        try {
            Replay.of(state, Owner.of(module), operations);
            return true;
        } catch (MisfitException e) {
            return false;
        }
    }
}
