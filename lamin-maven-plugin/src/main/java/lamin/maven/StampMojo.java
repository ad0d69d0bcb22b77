package lamin.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Takes over tables that another tool made, if they are what the migrations would have made. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class StampMojo extends DatabaseMojo {
    /** The revision of the tables; by default the head. */
    @Parameter(property = "lamin.revision")
    private @Nullable String revision;

    /** Whether to take over tables that differ. Later migrations may fail because of that. */
    @Parameter(property = "lamin.accept-differences")
    private boolean acceptDifferences;

    /** Whether the question is answered with yes. */
    @Parameter(property = "lamin.yes")
    private boolean yes;

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "stamp")
                .value(revision)
                .flag("--accept-differences", acceptDifferences)
                .flag("--yes", yes);
    }
}
