package lamin.maven;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import lamin.cli.command.FoundModule;
import lamin.cli.command.ModulePath;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * The base class of goals that work on all modules of a class path together, because one database has them all. A goal called by name
 * runs once, on the class paths of all projects of the build; bound to a phase, it runs on that of its project.
 */
abstract class ClassPathMojo extends CommandMojo {
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        var projects = projects();
        if (!projects.getLast().equals(project())) {
            getLog().info("runs after the last project");
            return;
        }
        var classPath = classPath(projects);
        var names = names(classPath);
        if (names.isEmpty()) {
            reportNoModule();
        } else {
            run(new MavenCaller(() -> ModulePath.of(classPath), List.of()), names);
        }
    }

    private List<MavenProject> projects() {
        return execution.getSource() == MojoExecution.Source.CLI ? session().getProjects() : List.of(project());
    }

    private static List<Path> classPath(List<MavenProject> projects) {
        return projects.stream()
                .flatMap(project -> new BuiltProject(project).classPath())
                .distinct()
                .toList();
    }

    private List<String> names(List<Path> classPath) {
        return ModulePath.of(classPath).found().stream()
                .map(FoundModule::name)
                .filter(name -> wanted().isEmpty() || wanted().contains(name))
                .toList();
    }

    /** Runs the command on these modules, at least one. */
    abstract void run(MavenCaller caller, List<String> names) throws MojoExecutionException, MojoFailureException;

    final void run(MavenCaller caller, Arguments arguments, PrintStream out)
            throws MojoExecutionException, MojoFailureException {
        run("the database", caller, arguments, out);
    }
}
