package lamin.maven;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Prints the deploy of the modules and of those that they depend on as an SQL script, without a database. */
@Mojo(name = "sql", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class SqlMojo extends ClassPathMojo {
    /** The database: sqlite or postgresql. */
    @Parameter(property = "lamin.dialect", defaultValue = "sqlite")
    private String dialect;

    /** The revisions of the database, at most one for each module; by default those of an empty one. */
    @Parameter(property = "lamin.from")
    private List<String> from = List.of();

    /** The file to write, relative to the folder of the build; by default the script is printed. */
    @Parameter(property = "lamin.output")
    private @Nullable String output;

    @Override
    void run(MavenCaller caller, List<String> names) throws MojoExecutionException, MojoFailureException {
        var arguments = Arguments.of("migrate", "sql")
                .option("--dialect", dialect)
                .options("--from", from)
                .options("--module", names);
        if (output == null) {
            run(caller, arguments, System.out);
            return;
        }
        var file = folderOfBuild().resolve(output);
        try (var out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            run(caller, arguments, out);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
