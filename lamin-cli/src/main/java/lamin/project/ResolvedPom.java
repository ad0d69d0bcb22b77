package lamin.project;

import java.nio.file.Path;
import java.util.List;

/**
 * What compiling and running a module needs to know of its pom. {@code inputs} are the poms it was read from, parents
 * included, as far as they are in folders; {@code compilePath} and {@code runtimePath} hold only what the distribution does
 * not bring.
 */
record ResolvedPom(
        MavenCoordinates coordinates,
        int release,
        boolean annotationProcessing,
        List<Path> compilePath,
        List<Path> runtimePath,
        List<Path> inputs) {
    ResolvedPom {
        compilePath = List.copyOf(compilePath);
        runtimePath = List.copyOf(runtimePath);
        inputs = List.copyOf(inputs);
    }
}
