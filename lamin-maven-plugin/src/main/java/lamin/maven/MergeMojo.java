package lamin.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Turns two branches of a chain into one. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class MergeMojo extends ModuleMojo {
    /** The head that will follow the other one. */
    @Parameter(property = "lamin.last")
    private @Nullable String last;

    /** Whether only to print the changes. */
    @Parameter(property = "lamin.dry-run")
    private boolean dryRun;

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "merge").option("--last", last).flag("--dry-run", dryRun);
    }
}
