package lamin.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The base class of goals on a database. */
abstract class DatabaseMojo extends ClassPathMojo {
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
    final void run(MavenCaller caller, List<String> names) throws MojoExecutionException, MojoFailureException {
        if (url == null && instance == null) {
            throw new MojoFailureException(
                    "which database? name it with -Dlamin.url=jdbc:postgresql://HOST/NAME?user=USER"
                            + " or -Dlamin.url=jdbc:sqlite:FILE");
        }
        var arguments = arguments()
                .option("--jdbc", url)
                .option("--instance", instance)
                .options("--module", url == null ? List.of() : names); // an instance knows its modules
        run(caller, arguments, System.out);
    }

    abstract Arguments arguments();
}
