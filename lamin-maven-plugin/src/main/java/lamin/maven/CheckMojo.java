package lamin.maven;

import java.util.ArrayList;
import java.util.List;
import lamin.maven.BuiltProject.Module;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks the modules without a database, and prints operations that are missing in migrations. It reads the classes that the same
 * build has compiled.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckMojo extends ModuleMojo {
    /** All modules are checked before the first failure ends the build. */
    @Override
    void runOn(List<Module> found) throws MojoExecutionException, MojoFailureException {
        if (!project().hasLifecyclePhase("compile")) {
            throw notCompiled();
        }
        var failures = new ArrayList<String>();
        for (var module : found) {
            try {
                run(module, arguments());
            } catch (MojoFailureException e) {
                failures.add(e.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw new MojoFailureException(String.join("\n", failures));
        }
    }

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "check");
    }
}
