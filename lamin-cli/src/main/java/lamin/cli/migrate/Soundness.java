package lamin.cli.migrate;

import java.util.stream.Collectors;
import lamin.schema.LaminException;
import lamin.schema.Remedy.CheckModule;

/** Checks that a module passes {@code lamin migrate check}. */
final class Soundness {
    private Soundness() {}

    /** Refuses a module with findings. */
    static void require(Workspace workspace) {
        var report = workspace.report(workspace.check());
        report.code().ifPresent(code -> {
            var broken = report.failures().stream()
                    .map(problem -> problem.kind().rule())
                    .distinct()
                    .collect(Collectors.joining("; "));
            throw new LaminException(
                    code,
                    "module " + workspace.info().name() + " is not ready, as this does not hold: " + broken,
                    new CheckModule());
        });
    }
}
