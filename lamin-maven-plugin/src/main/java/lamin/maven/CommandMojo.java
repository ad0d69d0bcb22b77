package lamin.maven;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.ServiceLoader;
import lamin.cli.Main;
import lamin.cli.command.Session;
import lamin.cli.command.Terminal;
import lamin.schema.ErrorCode;
import lamin.settings.Environment;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The base class of all goals: a command of {@code lamin}, run with the classes that Maven compiled and the class path that Maven
 * resolved.
 */
abstract class CommandMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** Only these modules, by name, separated by commas. */
    @Parameter(property = "lamin.module")
    private List<String> modules = List.of();

    /** Further arguments of the command, quoted as in a shell. */
    @Parameter(property = "lamin.args")
    private @Nullable String args;

    /** Whether to skip this goal. */
    @Parameter(property = "lamin.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped");
        } else {
            run();
        }
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    /** The names of the modules that the user wants; empty for all. */
    final List<String> wanted() {
        return modules;
    }

    final void reportNoModule() {
        getLog().info("no schema module here" + (modules.isEmpty() ? "" : " called " + String.join(" or ", modules)));
    }

    /**
     * Runs a command.
     *
     * @param subject what the command judges
     * @param out receives its results
     * @throws MojoFailureException if it refuses, or finds that something is not in order
     * @throws MojoExecutionException if it breaks off
     */
    final void run(String subject, MavenCaller caller, Arguments arguments, PrintStream out)
            throws MojoExecutionException, MojoFailureException {
        // DriverManager looks for drivers once in the life of a JVM, and not in plugins
        ServiceLoader.load(Driver.class, CommandMojo.class.getClassLoader()).forEach(driver -> {});
        var commandSession = new Session(environment(), terminal(), System.in, out, System.err, caller);
        int exitCode = Main.run(commandSession, arguments.text(args).toArray());
        if (exitCode == ErrorCode.FAILURE.exitCode()) {
            throw new MojoExecutionException(caller.failure());
        }
        if (exitCode != 0) {
            throw new MojoFailureException(message(caller.failure(), subject, exitCode));
        }
    }

    private static String message(String failure, String subject, int exitCode) {
        if (failure.isEmpty()) {
            return subject + " is not in order (exit code " + exitCode + "), see above";
        }
        return failure.contains(" --") ? failure + "\n(an option --x is the property -Dlamin.x)" : failure;
    }

    private Environment environment() {
        var process = Environment.ofProcess();
        return new Environment(process.home(), folderOfBuild(), process.variables());
    }

    /** The base of relative paths, whichever project of the build a goal works on. */
    final Path folderOfBuild() {
        return Path.of(session.getExecutionRootDirectory());
    }

    private Terminal terminal() {
        return session.getRequest().isInteractiveMode() ? Terminal.ofProcess() : Terminal.NONE;
    }
}
