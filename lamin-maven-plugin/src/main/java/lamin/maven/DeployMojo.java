package lamin.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Runs the pending migrations. */
@Mojo(name = "deploy", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DeployMojo extends DatabaseMojo {
    /** Only up to this revision of one module, with what it depends on in others: REVISION or MODULE@REVISION. */
    @Parameter(property = "lamin.to")
    private @Nullable String to;

    /** Tables and table.columns that may be dropped even if they hold data. */
    @Parameter(property = "lamin.allow-drop")
    private List<String> allowDrops = List.of();

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "deploy").option("--to", to).options("--allow-drop", allowDrops);
    }
}
