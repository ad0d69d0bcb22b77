package lamin.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lamin.project.Distribution;
import lamin.project.EditableModule;
import lamin.project.MavenCoordinates;
import lamin.project.MavenResolver;
import lamin.project.MavenSettings;
import lamin.project.ModuleProject;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.ModuleCode;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.ModuleScanner;
import lamin.settings.ModuleSource;
import lamin.settings.ModuleSource.Artifact;
import lamin.settings.ModuleSource.Folder;
import lamin.settings.ModuleSource.Jar;

/** Resolves the source of a module to its classes. Source code is compiled; no code of a module is run. */
public record ModuleLocation(MavenSettings maven, Distribution distribution) {

    /** Parses a module source: Maven coordinates, or the path of a jar, a project or a folder of classes. */
    public static ModuleSource parse(String text, Path workingDirectory) {
        var coordinates = MavenCoordinates.parse(text);
        if (coordinates.isPresent()) {
            var artifact = coordinates.get();
            return new Artifact(artifact.groupId(), artifact.artifactId(), artifact.version());
        }
        var path = workingDirectory.resolve(text).normalize();
        if (Files.isDirectory(path)) {
            return new Folder(
                    ModuleProject.find(path).map(ModuleProject::directory).orElse(path));
        }
        if (Files.exists(path)) {
            return new Jar(path);
        }
        throw new LaminException(
                ErrorCode.USAGE,
                "there is no " + path,
                new Advice("name a project, a jar, or an artifact group:artifact:version"));
    }

    /** The module itself first, then its dependencies that are not part of the distribution. */
    public List<Path> classPath(ModuleSource source) {
        return switch (source) {
            case Jar(var jar) -> List.of(jar);
            case Folder(var folder) ->
                ModuleProject.find(folder)
                        .map(project -> compile(project).classPath())
                        .orElse(List.of(folder));
            case Artifact(var group, var artifact, var version) -> {
                try (var resolver = MavenResolver.open(maven, distribution)) {
                    yield resolver.resolve(new MavenCoordinates(group, artifact, version));
                }
            }
        };
    }

    EditableModule compile(ModuleProject project) {
        return EditableModule.compile(project, maven, distribution);
    }

    /** The module at the beginning of a class path, read completely. */
    public static ModuleInfo scan(List<Path> classPath, ModuleSource source) {
        return find(classPath, source).info();
    }

    /** The module at the beginning of a class path; refused if there are several. */
    private static ModuleCode find(List<Path> classPath, ModuleSource source) {
        return described(ModuleScanner.find(existing(classPath, source)), source);
    }

    /** The module with that name at the beginning of a class path. */
    static ModuleCode find(List<Path> classPath, ModuleSource source, String name) {
        var modules = ModuleScanner.in(existing(classPath, source)).stream();
        return described(modules.filter(module -> module.name().equals(name)).findFirst(), source);
    }

    private static Path existing(List<Path> classPath, ModuleSource source) {
        var location = classPath.getFirst();
        if (!Files.exists(location)) {
            throw new LaminException(ErrorCode.FAILURE, describe(source) + " is no longer there");
        }
        return location;
    }

    private static ModuleCode described(Optional<ModuleCode> found, ModuleSource source) {
        return found.map(module -> source instanceof Artifact(var group, var artifact, var ignored)
                        ? module.withCoordinates(group + ":" + artifact)
                        : module)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.REFUSED,
                        "no schema module in " + describe(source)
                                + "; expected: a package with @SchemaModule in its package-info.java"));
    }

    /** The location of a source, for display. */
    public static String describe(ModuleSource source) {
        return switch (source) {
            case Jar(var jar) -> jar.toString();
            case Folder(var folder) -> folder.toString();
            case Artifact artifact -> artifact.toString();
        };
    }
}
