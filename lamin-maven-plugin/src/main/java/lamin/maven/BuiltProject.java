package lamin.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import lamin.authoring.ModuleReferences;
import lamin.project.EditableModule;
import lamin.project.MavenCoordinates;
import lamin.project.ModuleProject;
import lamin.schema.internal.module.ModuleCode;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.ModuleScanner;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** What Maven knows of a project: its classes, and the class path with which they compile and run. */
record BuiltProject(MavenProject project) {

    /** A module of the project and its name. */
    record Module(String name, EditableModule compiled) {}

    /** The modules of the project, or those of them with these names; each comes after those that its entities refer to. */
    List<Module> modules(Collection<String> names) {
        if (!isCompiled()) {
            return List.of();
        }
        var sources = sources();
        return inOrder(ModuleScanner.in(classes())).stream()
                .map(ModuleCode::header)
                .filter(module -> names.isEmpty() || names.contains(module.name()))
                .flatMap(module -> sources.stream()
                        .filter(source -> source.rootPackage().equals(module.rootPackage()))
                        .map(source -> module(module, source)))
                .toList();
    }

    /** The modules in its sources, compiled or not. */
    List<ModuleProject> sources() {
        return ModuleProject.allIn(project.getBasedir().toPath());
    }

    /** A module that refers to another one needs all that the other needs, and the other. */
    private List<ModuleCode> inOrder(List<ModuleCode> modules) {
        if (modules.size() < 2) {
            return modules;
        }
        var infos = modules.stream().map(ModuleCode::info).toList();
        try (var loader = new URLClassLoader(new URL[] {classes().toUri().toURL()}, null)) {
            var needed = new HashMap<String, Integer>();
            infos.forEach(info -> needed.put(
                    info.name(), ModuleReferences.of(info, infos, loader).size()));
            return modules.stream()
                    .sorted(Comparator.comparingInt(module -> needed.getOrDefault(module.name(), 0)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Module module(ModuleHeader header, ModuleProject source) {
        var coordinates = new MavenCoordinates(project.getGroupId(), project.getArtifactId(), project.getVersion());
        return new Module(header.name(), EditableModule.built(source, coordinates, classes(), libraries()));
    }

    boolean isCompiled() {
        return Files.isDirectory(classes());
    }

    private Path classes() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    /** Its classes and its libraries. */
    Stream<Path> classPath() {
        return isCompiled() ? Stream.concat(Stream.of(classes()), libraries().stream()) : libraries().stream();
    }

    /** Other projects of the same build are folders of classes in it. */
    private List<Path> libraries() {
        return project.getArtifacts().stream()
                .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath() && artifact.getFile() != null)
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }
}
