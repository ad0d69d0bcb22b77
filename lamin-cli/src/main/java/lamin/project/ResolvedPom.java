package lamin.project;

import java.nio.file.Path;
import java.util.List;

/**
 * The data of a module's pom needed to compile and run it. {@code inputs} are the poms it was read from, including
 * parents, if they are in folders; {@code compilePath} and {@code runtimePath} exclude the distribution.
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
