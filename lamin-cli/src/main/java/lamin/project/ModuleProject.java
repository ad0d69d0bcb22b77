package lamin.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * A Maven project whose sources contain the root package of one schema module. {@code rootPackageDirectory} is the
 * folder {@code lnschema_{name}} with its {@code package-info.java}.
 */
public record ModuleProject(Path directory, Path rootPackageDirectory) {
    private static final String PREFIX = "lnschema_";
    private static final String SOURCES = "src/main/java";

    /** The maximum depth of a root package, such as {@code com/example/lab/lnschema_assay}. */
    private static final int MAX_DEPTH = 8;

    /** The project that contains a folder: the folder itself or the nearest one above it. */
    public static Optional<ModuleProject> find(Path folder) {
        for (var candidate = folder.toAbsolutePath().normalize();
                candidate != null;
                candidate = candidate.getParent()) {
            var found = at(candidate);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ModuleProject> at(Path directory) {
        if (!Files.isRegularFile(directory.resolve("pom.xml"))) {
            return Optional.empty();
        }
        var roots = rootPackages(directory.resolve(SOURCES));
        if (roots.size() > 1) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "a project holds one schema module, but " + directory + " has the root packages "
                            + roots.stream()
                                    .map(root -> root.getFileName().toString())
                                    .collect(Collectors.joining(" and ")));
        }
        return roots.stream().findFirst().map(root -> new ModuleProject(directory, root));
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

    private static boolean isRootPackage(Path folder) {
        return folder.getFileName().toString().startsWith(PREFIX)
                && Files.isRegularFile(folder.resolve("package-info.java"));
    }

    /** The module's name: {@code assay} for {@code lnschema_assay}. */
    public String name() {
        return rootPackageDirectory.getFileName().toString().substring(PREFIX.length());
    }

    /** The root package, such as {@code com.example.lnschema_assay}. */
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
