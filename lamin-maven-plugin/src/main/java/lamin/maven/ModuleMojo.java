package lamin.maven;

import java.util.List;
import java.util.function.Supplier;
import javax.inject.Inject;
import lamin.cli.command.ModulePath;
import lamin.maven.BuiltProject.Module;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The base class of goals that work on sources: of one module of the current project after the other. */
abstract class ModuleMojo extends CommandMojo {
    @Inject
    private LifecycleExecutor lifecycle;

    @Inject
    private BuildPluginManager plugins;

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        var built = new BuiltProject(project());
        var found = built.modules(wanted());
        if (!found.isEmpty()) {
            runOn(found);
        } else if (built.isCompiled() || built.sources().isEmpty()) {
            reportNoModule();
        } else {
            throw notCompiled();
        }
    }

    /** What was written is compiled, because a module that follows may depend on it. */
    void runOn(List<Module> found) throws MojoExecutionException, MojoFailureException {
        for (var module : found) {
            run(module, arguments());
            compile();
        }
    }

    abstract Arguments arguments();

    final void run(Module module, Arguments arguments) throws MojoExecutionException, MojoFailureException {
        boolean isOneOfSeveral = wanted().isEmpty() && session().getProjects().size() > 1;
        var qualifier = isOneOfSeveral ? List.of("--module", module.name()) : List.<String>of();
        run("module " + module.name(), new MavenCaller(modules(module), qualifier), arguments, System.out);
    }

    /** A command that asks again has edited sources. */
    private Supplier<ModulePath> modules(Module module) {
        var compiled = new boolean[] {true};
        return () -> {
            if (!compiled[0]) {
                compile();
            }
            compiled[0] = false;
            return ModulePath.of(module.compiled());
        };
    }

    private void compile() {
        new Compilation(session(), lifecycle, plugins).run();
    }

    final MojoFailureException notCompiled() {
        return new MojoFailureException(
                "the goal reads compiled classes: call it in a build, as in mvn " + Compilation.PHASE + " lamin:check");
    }
}
