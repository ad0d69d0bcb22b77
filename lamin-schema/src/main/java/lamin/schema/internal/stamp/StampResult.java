package lamin.schema.internal.stamp;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.drift.ModuleDrift;
import lamin.schema.internal.foreign.ForeignHistory;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.module.Script;

/**
 * The result of comparing existing tables with a module.
 *
 * @param scripts the migrations that would be or were recorded, in the order in which they would have run
 * @param modules the compared modules by name, each at the revision that it gets
 * @param histories what other migration tools have recorded in the database, which stays
 * @param written whether the ledger was written
 */
public record StampResult(
        List<Script> scripts, List<ModuleDrift> modules, List<ForeignHistory> histories, boolean written) {
    public StampResult {
        scripts = List.copyOf(scripts);
        modules = List.copyOf(modules);
        histories = List.copyOf(histories);
    }

    /** Whether the ledger is already complete. */
    public boolean isEmpty() {
        return modules.isEmpty();
    }

    /** The differences that must be repaired or accepted first. */
    public List<Difference> grave() {
        return differences().filter(difference -> !difference.isHarmless()).toList();
    }

    /** The differences that may stay. */
    public List<Difference> harmless() {
        return differences().filter(Difference::isHarmless).toList();
    }

    private Stream<Difference> differences() {
        return modules.stream().flatMap(module -> module.differences().stream());
    }

    StampResult asWritten() {
        return new StampResult(scripts, modules, histories, true);
    }
}
