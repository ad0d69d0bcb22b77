package lamin.project;

import java.nio.file.Path;
import java.util.List;

/**
 * The data of a module's pom needed to compile and run it. {@code inputs} are the poms it was read from, including
 * parents, if they are in folders; {@code compilePath} and {@code runtimePath} exclude the distribution.
 *
 * @param entityPath everything that it compiles and runs with, except Lamin4j, if its Hibernate is not the distribution's;
 *     otherwise empty
 */
record ResolvedPom(
        MavenCoordinates coordinates,
        int release,
        boolean annotationProcessing,
        List<Path> compilePath,
        List<Path> runtimePath,
        List<Path> entityPath,
        List<Path> inputs) {
    ResolvedPom {
        compilePath = List.copyOf(compilePath);
        runtimePath = List.copyOf(runtimePath);
        entityPath = List.copyOf(entityPath);
        inputs = List.copyOf(inputs);
    }
}
