package lamin.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.ContentKey;

/**
 * A compiled module that is used from source.
 *
 * @param classes the folder of its classes
 * @param jars runtime dependencies of the module that are not part of the distribution
 * @param entityPath the libraries with which its entities are read, if its Hibernate is not the distribution's; otherwise empty
 * @param carried whether the distribution also contains this module; that copy is then ignored
 * @param dependents schema modules of the distribution that refer to the ignored copy and have to be loaded again with
 *     this one
 */
public record EditableModule(
        ModuleProject project,
        MavenCoordinates coordinates,
        Path classes,
        List<Path> jars,
        List<Path> entityPath,
        boolean carried,
        List<Path> dependents) {
    public EditableModule {
        jars = List.copyOf(jars);
        entityPath = List.copyOf(entityPath);
        dependents = List.copyOf(dependents);
    }

    /** Compiles the module if necessary; Maven is only asked if a pom has changed. */
    public static EditableModule compile(ModuleProject project, MavenSettings settings, Distribution distribution) {
        var pom = pom(project, settings, distribution);
        var classes = new ModuleCompiler(project, pom, compilePath(pom, distribution)).classes();
        var carried = distribution.find(pom.coordinates()).isPresent();
        var dependents = carried ? dependentsOf(pom.coordinates(), distribution) : List.<Path>of();
        return new EditableModule(
                project, pom.coordinates(), classes, pom.runtimePath(), pom.entityPath(), carried, dependents);
    }

    /** With another Hibernate than the distribution's, all libraries are the project's own. */
    private static List<Path> compilePath(ResolvedPom pom, Distribution distribution) {
        boolean isOwn = !pom.entityPath().isEmpty();
        var classPath = new ArrayList<>(isOwn ? pom.entityPath() : pom.compilePath());
        (isOwn ? distribution.own() : distribution.artifacts())
                .stream()
                        .filter(carried -> !carried.coordinates().sameArtifact(pom.coordinates()))
                        .forEach(carried -> classPath.add(carried.file()));
        return classPath;
    }

    /**
     * A module that its build tool has compiled.
     *
     * @param classPath of the project, jars and folders of classes, without its own classes
     */
    public static EditableModule built(
            ModuleProject project, MavenCoordinates coordinates, Path classes, List<Path> classPath) {
        var entityPath = ProjectHibernate.isOther(classPath) ? classPath : List.<Path>of();
        return new EditableModule(project, coordinates, classes, classPath, entityPath, false, List.of());
    }

    private static ResolvedPom pom(ModuleProject project, MavenSettings settings, Distribution distribution) {
        var cache = new PomCache(project, distribution);
        return cache.read().orElseGet(() -> {
            try (var maven = MavenResolver.open(settings, distribution)) {
                if (mentionsOwnArtifacts(project)) {
                    maven.installOwnArtifacts();
                }
                var pom = maven.read(project);
                cache.write(pom);
                return pom;
            }
        });
    }

    private static boolean mentionsOwnArtifacts(ModuleProject project) {
        try {
            return Files.readString(project.pom()).contains(Distribution.GROUP);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + project.pom() + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> dependentsOf(MavenCoordinates module, Distribution distribution) {
        return distribution.schemaModules().stream()
                .filter(carried -> carried.dependsOn(module))
                .map(Distribution.Carried::file)
                .toList();
    }

    /**
     * The name of the folder of classes, if they were compiled here: it identifies their inputs, so data read from the classes
     * can be cached under the same name. Empty for classes of a build tool.
     */
    public Optional<ContentKey> contentKey() {
        return classes.startsWith(project.cache())
                ? Optional.of(new ContentKey(classes.getFileName().toString()))
                : Optional.empty();
    }

    /** The classes first, then the jars, then the modules that are loaded again. */
    public List<Path> classPath() {
        return Stream.of(List.of(classes), jars, dependents)
                .flatMap(List::stream)
                .toList();
    }
}
