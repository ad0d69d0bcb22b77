package lamin.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Turns a module's sources into a release: versions, scripts and changelog. */
@Mojo(name = "release", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ReleaseMojo extends ModuleMojo {
    /** The version, such as 1.0.0. */
    @Parameter(property = "lamin.release", required = true)
    private String release;

    /** Whether only to print the changes. */
    @Parameter(property = "lamin.dry-run")
    private boolean dryRun;

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "release").value(release).flag("--dry-run", dryRun);
    }
}
