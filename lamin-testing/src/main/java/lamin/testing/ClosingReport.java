package lamin.testing;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import lamin.authoring.CheckReport;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints the missing operations once, ready to be pasted, after the last test, because readers look at the end of a
 * build log. JUnit finds it as a service.
 */
public final class ClosingReport implements TestExecutionListener {
    private static final AtomicReference<Set<List<String>>> FOUND = new AtomicReference<>(Set.of());

    private final PrintStream out;

    public ClosingReport() {
        this(System.out);
    }

    ClosingReport(PrintStream out) {
        this.out = out;
    }

    static void add(CheckReport report) {
        var lines = new ArrayList<>(report.annotations());
        lines.addAll(report.blocks());
        FOUND.updateAndGet(before -> {
            var more = new LinkedHashSet<>(before);
            more.add(lines);
            return more;
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        FOUND.getAndSet(Set.of()).forEach(lines -> lines.forEach(out::println));
    }
}
