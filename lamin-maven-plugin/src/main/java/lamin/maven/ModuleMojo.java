package lamin.maven;

import java.util.List;
import lamin.maven.BuiltProject.Module;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The base class of goals that work on the sources of one module after the other. */
abstract class ModuleMojo extends CommandMojo {
    @Override
    final void runOn(List<Module> found) throws MojoExecutionException, MojoFailureException {
        for (var module : found) {
            run(module, arguments());
            compile();
        }
    }

    abstract Arguments arguments();
}
