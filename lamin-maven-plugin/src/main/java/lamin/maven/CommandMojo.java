package lamin.maven;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.ServiceLoader;
import javax.inject.Inject;
import lamin.cli.Main;
import lamin.cli.command.Session;
import lamin.cli.command.Terminal;
import lamin.maven.BuiltProject.Module;
import lamin.project.ModuleProject;
import lamin.schema.ErrorCode;
import lamin.settings.Environment;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The base class of all goals: a command of {@code lamin}, run on the modules of the current project with the classes that
 * Maven compiled and the class path that Maven resolved. A project without schema modules is skipped.
 */
abstract class CommandMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** Only these modules of the project, by name. */
    @Parameter(property = "lamin.module")
    private List<String> modules = List.of();

    /** Further arguments of the command, quoted as in a shell. */
    @Parameter(property = "lamin.args")
    private @Nullable String args;

    /** Whether to skip this goal. */
    @Parameter(property = "lamin.skip", defaultValue = "false")
    private boolean skip;

    @Inject
    private LifecycleExecutor lifecycle;

    @Inject
    private BuildPluginManager plugins;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        var built = new BuiltProject(project);
        var found = built.modules(modules);
        if (!found.isEmpty()) {
            runOn(found);
        } else if (ModuleProject.allIn(project.getBasedir().toPath()).isEmpty() || built.isCompiled()) {
            getLog().info("no schema module here"
                    + (modules.isEmpty() ? "" : " called " + String.join(" or ", modules)));
        } else {
            throw notCompiled();
        }
    }

    /** Runs the command on the modules of the project, at least one. */
    abstract void runOn(List<Module> found) throws MojoExecutionException, MojoFailureException;

    final MojoFailureException notCompiled() {
        return new MojoFailureException(
                "the goal reads compiled classes: call it in a build, as in mvn " + Compilation.PHASE + " lamin:check");
    }

    /** Whether this build has compiled the project before this goal. */
    final boolean isBuilding() {
        return project.hasLifecyclePhase("compile");
    }

    /** Compiles what a command has written, so that goals and modules that follow use it. */
    final void compile() {
        new Compilation(session, lifecycle, plugins).run();
    }

    private boolean isOneOfSeveral() {
        return modules.isEmpty() && session.getProjects().size() > 1;
    }

    final void run(Module module, Arguments arguments) throws MojoExecutionException, MojoFailureException {
        run(module, arguments, System.out);
    }

    /**
     * Runs a command.
     *
     * @param module the current module of the command
     * @param out receives its results
     * @throws MojoFailureException if it refuses, or finds that something is not in order
     * @throws MojoExecutionException if it breaks off
     */
    final void run(Module module, Arguments arguments, PrintStream out)
            throws MojoExecutionException, MojoFailureException {
        ServiceLoader.load(Driver.class, CommandMojo.class.getClassLoader()).forEach(driver -> {});
        var caller = new MavenCaller(module, isOneOfSeveral(), this::compile);
        var commandSession = new Session(environment(), terminal(), System.in, out, System.err, caller);
        int exitCode = Main.run(commandSession, arguments.text(args).toArray());
        if (exitCode == ErrorCode.FAILURE.exitCode()) {
            throw new MojoExecutionException(caller.failure());
        }
        if (exitCode != 0) {
            throw new MojoFailureException(message(caller.failure(), module, exitCode));
        }
    }

    private static String message(String failure, Module module, int exitCode) {
        if (failure.isEmpty()) {
            return "module " + module.name() + " is not in order (exit code " + exitCode + "), see above";
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
