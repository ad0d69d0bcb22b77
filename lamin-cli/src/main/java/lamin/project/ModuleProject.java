package lamin.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/**
 * A Maven project whose sources contain the root package of a schema module. {@code rootPackageDirectory} is the folder of a
 * {@code package-info.java} with {@code @SchemaModule}; one called {@code lnschema_{name}} may still lack it.
 */
public record ModuleProject(Path directory, Path rootPackageDirectory) {
    private static final String PREFIX = "lnschema_";
    private static final String ANNOTATION = "SchemaModule";
    private static final String SOURCES = "src/main/java";

    /** The maximum depth of a root package, such as {@code com/example/lab/lnschema_assay}. */
    private static final int MAX_DEPTH = 8;

    /**
     * The project that contains a folder, the folder itself or the nearest one above it. Of several modules in a project it is the
     * one whose package contains the folder.
     */
    public static Optional<ModuleProject> find(Path folder) {
        var start = folder.toAbsolutePath().normalize();
        for (var candidate = start; candidate != null; candidate = candidate.getParent()) {
            var found = at(candidate, start);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The modules of the project in this folder. */
    public static List<ModuleProject> allIn(Path directory) {
        return rootPackages(directory.resolve(SOURCES)).stream()
                .map(root -> new ModuleProject(directory, root))
                .toList();
    }

    private static Optional<ModuleProject> at(Path directory, Path folder) {
        if (!Files.isRegularFile(directory.resolve("pom.xml"))) {
            return Optional.empty();
        }
        var roots = rootPackages(directory.resolve(SOURCES));
        if (roots.size() <= 1) {
            return roots.stream().findFirst().map(root -> new ModuleProject(directory, root));
        }
        var around = roots.stream().filter(folder::startsWith).max(Comparator.comparingInt(Path::getNameCount));
        if (around.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    directory + " has the schema modules "
                            + roots.stream()
                                    .map(root -> directory.relativize(root).toString())
                                    .collect(Collectors.joining(", ")),
                    new Advice("go to the folder of one of them"));
        }
        return around.map(root -> new ModuleProject(directory, root));
    }

    private static List<Path> rootPackages(Path sources) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try {
            var roots = new ArrayList<Path>();
            addRootPackages(sources, 1, roots);
            return roots.stream().sorted().toList();
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + sources + ": " + e.getMessage(), e);
        }
    }

    /** A name with a dot is not a package's, so the file system is not queried for each of a thousand source files. */
    private static void addRootPackages(Path folder, int depth, List<Path> roots) throws IOException {
        try (var entries = Files.newDirectoryStream(
                folder, entry -> !entry.getFileName().toString().contains("."))) {
            for (var entry : entries) {
                if (isRootPackage(entry)) {
                    roots.add(entry);
                }
                if (depth < MAX_DEPTH && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    addRootPackages(entry, depth + 1, roots);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isRootPackage(Path folder) throws IOException {
        var packageInfo = folder.resolve("package-info.java");
        return Files.isRegularFile(packageInfo)
                && (folder.getFileName().toString().startsWith(PREFIX)
                        || Files.readString(packageInfo).contains(ANNOTATION));
    }

    /** The root package, such as {@code com.example.shop.orders} or {@code lnschema_assay}. */
    public String rootPackage() {
        return sources()
                .relativize(rootPackageDirectory)
                .toString()
                .replace(sources().getFileSystem().getSeparator(), ".");
    }

    public Path packageInfo() {
        return rootPackageDirectory.resolve("package-info.java");
    }

    public Path pom() {
        return directory.resolve("pom.xml");
    }

    public Path sources() {
        return directory.resolve(SOURCES);
    }

    public Path resources() {
        return directory.resolve("src/main/resources");
    }

    /** The folder for derived files: compiled classes, and data read from them. */
    public Path cache() {
        return directory.resolve("target/lamin");
    }
}
