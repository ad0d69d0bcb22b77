package lamin.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Undoes the migrations of one module beyond a target. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DowngradeMojo extends DatabaseMojo {
    /** The revision to go back to: REVISION, MODULE@REVISION or MODULE@base. */
    @Parameter(property = "lamin.target", required = true)
    private String target;

    /** Tables and table.columns that may be dropped even if they hold data. */
    @Parameter(property = "lamin.allow-drop")
    private List<String> allowDrops = List.of();

    /** Whether the question is answered with yes. */
    @Parameter(property = "lamin.yes")
    private boolean yes;

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "downgrade")
                .value(target)
                .options("--allow-drop", allowDrops)
                .flag("--yes", yes);
    }
}
