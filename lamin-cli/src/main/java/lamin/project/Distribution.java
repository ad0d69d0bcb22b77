package lamin.project;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleScanner;

/**
 * The artifacts that Lamin4j itself provides and runs with. A module that names one of them gets the running one,
 * because two copies of a class would be two different classes.
 */
public record Distribution(List<Carried> artifacts) {
    static final String GROUP = "io.github.lamin4j";

    /** One artifact and its location: a jar, or a folder of classes inside this project's own build. */
    public record Carried(MavenCoordinates coordinates, Path file) {
        boolean isOwn() {
            return coordinates.groupId().equals(GROUP);
        }

        boolean isSchemaModule() {
            return isOwn() && coordinates.artifactId().startsWith("lnschema-");
        }

        /** Whether the pom of this artifact names the other artifact. */
        boolean dependsOn(MavenCoordinates other) {
            return pom().contains("<artifactId>" + other.artifactId() + "</artifactId>")
                    && !coordinates.sameArtifact(other);
        }

        /** The pom inside the jar, or the one above a folder of classes. */
        String pom() {
            try {
                if (Files.isDirectory(file)) {
                    return Files.readString(file.resolve("../../pom.xml").normalize());
                }
                try (var jar = FileSystems.newFileSystem(file)) {
                    return Files.readString(
                            jar.getPath("META-INF/maven", coordinates.groupId(), coordinates.artifactId(), "pom.xml"));
                }
            } catch (IOException e) {
                throw new LaminException(
                        ErrorCode.FAILURE, "no pom of " + coordinates + " in " + file + ": " + e.getMessage(), e);
            }
        }
    }

    public Distribution {
        artifacts = List.copyOf(artifacts);
    }

    /** The artifacts of this process: the list written by the build, found on the class path. */
    public static Distribution running() {
        var files = classPath();
        return new Distribution(carriedCoordinates().stream()
                .flatMap(coordinates ->
                        Optional.ofNullable(files.get(coordinates.artifactId() + "-" + coordinates.version()))
                                .or(() -> Optional.ofNullable(files.get(coordinates.artifactId())))
                                .map(file -> new Carried(coordinates, file))
                                .stream())
                .toList());
    }

    /** The running artifact with the same group and name, whatever its version. */
    public Optional<Carried> find(MavenCoordinates wanted) {
        return artifacts.stream()
                .filter(carried -> carried.coordinates().sameArtifact(wanted))
                .findFirst();
    }

    /** The artifacts of this project, without third-party libraries. */
    List<Carried> own() {
        return artifacts.stream().filter(Carried::isOwn).toList();
    }

    /**
     * The artifacts of this project that only the tests of modules use, in a folder next to that of the runtime jars.
     */
    List<Carried> forTests() {
        return own().stream()
                .findFirst()
                .map(any -> jarsIn(
                        any.file().resolve("../../testing").normalize(),
                        any.coordinates().version()))
                .orElse(List.of());
    }

    private static List<Carried> jarsIn(Path folder, String version) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var end = "-" + version + ".jar";
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .map(file -> new Carried(
                            new MavenCoordinates(
                                    GROUP, file.getFileName().toString().replace(end, ""), version),
                            file))
                    .toList();
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    List<Carried> schemaModules() {
        return artifacts.stream().filter(Carried::isSchemaModule).toList();
    }

    /** Its schema modules. Their places are known: looking them up in a class loader would open each jar. */
    public ModuleCatalog catalog() {
        var places = schemaModules().stream().map(Carried::file).toList();
        return ModuleCatalog.of(ModuleScanner.findOnClassPath(places), Distribution.class.getClassLoader());
    }

    private static List<MavenCoordinates> carriedCoordinates() {
        var list = Objects.requireNonNull(
                Distribution.class.getResourceAsStream("carried.txt"), "the build writes carried.txt");
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().map(Distribution::coordinates).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses {@code group:artifact:version}. */
    private static MavenCoordinates coordinates(String line) {
        var parts = line.strip().split(":", -1);
        return new MavenCoordinates(parts[0], parts[1], parts[2]);
    }

    /** Jars by file name without extension, folders of classes by the name of their project's folder. */
    private static Map<String, Path> classPath() {
        var files = new HashMap<String, Path>();
        for (var entry : entries()) {
            var named = Files.isDirectory(entry) ? entry.resolve("../..").normalize() : entry;
            if (named.getFileName() != null) {
                files.put(named.getFileName().toString().replaceFirst("\\.jar$", ""), entry);
            }
        }
        return files;
    }

    private static List<Path> entries() {
        var entries = new ArrayList<Path>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath());
            }
        }
        return entries;
    }
}
