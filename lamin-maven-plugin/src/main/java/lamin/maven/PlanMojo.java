package lamin.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows what a deploy would do, without running it. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class PlanMojo extends DatabaseMojo {
    /** Only up to this revision of one module, with what it depends on in others: REVISION or MODULE@REVISION. */
    @Parameter(property = "lamin.to")
    private @Nullable String to;

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "plan").option("--to", to);
    }
}
