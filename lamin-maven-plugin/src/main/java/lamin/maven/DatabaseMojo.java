package lamin.maven;

import java.util.List;
import lamin.maven.BuiltProject.Module;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The base class of goals on a database with the modules of the project and those that they depend on. */
abstract class DatabaseMojo extends CommandMojo {
    /**
     * The database: <code>jdbc:postgresql://HOST/NAME?user=USER</code> or <code>jdbc:sqlite:FILE</code>. A password may be in the
     * environment variable PGPASSWORD.
     */
    @Parameter(property = "lamin.url")
    private @Nullable String url;

    /** An instance instead of the URL, as owner/name or name. */
    @Parameter(property = "lamin.instance")
    private @Nullable String instance;

    @Override
    void runOn(List<Module> found) throws MojoExecutionException, MojoFailureException {
        run(
                found.getFirst(),
                onDatabase(arguments(), found.stream().map(Module::name).toList()));
    }

    abstract Arguments arguments();

    /** The arguments with the database and its modules; an instance knows which it has. */
    final Arguments onDatabase(Arguments arguments, List<String> modules) throws MojoFailureException {
        if (url == null && instance == null) {
            throw new MojoFailureException(
                    "which database? name it with -Dlamin.url=jdbc:postgresql://HOST/NAME?user=USER"
                            + " or -Dlamin.url=jdbc:sqlite:FILE");
        }
        return arguments
                .option("--jdbc", url)
                .option("--instance", instance)
                .options("--module", url == null ? List.of() : modules);
    }
}
