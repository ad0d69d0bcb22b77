package lamin.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Draws the tables that the migrations of the modules make, and those that they reference, without a database. */
@Mojo(name = "graph", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class GraphMojo extends ClassPathMojo {
    /** The file to write, relative to the folder of the build; its extension selects the format. By default the graph is printed. */
    @Parameter(property = "lamin.output")
    private @Nullable String output;

    /** The format: svg, png, dot, json, graphml, mermaid or csv. */
    @Parameter(property = "lamin.format")
    private @Nullable String format;

    @Override
    void run(MavenCaller caller, List<String> names) throws MojoExecutionException, MojoFailureException {
        run(
                caller,
                Arguments.of("schema", "graph", "--migrations")
                        .option("--output", output)
                        .option("--format", format)
                        .options("--module", names),
                System.out);
    }
}
