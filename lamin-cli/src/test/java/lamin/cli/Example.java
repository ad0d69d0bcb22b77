package lamin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The project of a module that is edited, usually a copy of the one in {@code examples}. */
record Example(Path directory, String module) {
    private static final Path ORIGINAL = Path.of("../examples/lnschema-lamin1");

    /** A copy below a temporary folder. */
    static Example in(Path folder) throws IOException {
        return copyTo(folder.toRealPath().resolve("lnschema-lamin1"));
    }

    /** The command in this project, of a user whose home is beside it. */
    Cli cli() {
        return Cli.in(Objects.requireNonNull(directory.getParent())).at(directory);
    }

    static Example copyTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var part : List.of("pom.xml", "src")) {
            try (var files = Files.walk(ORIGINAL.resolve(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, directory.resolve(ORIGINAL.relativize(file).toString()));
                }
            }
        }
        return new Example(directory, "lamin1");
    }

    private Path source(String simpleName) {
        return directory.resolve("src/main/java/lnschema_" + module + "/" + simpleName + ".java");
    }

    String read(String simpleName) throws IOException {
        return Files.readString(source(simpleName));
    }

    /** The folder of the entity classes. */
    Path entities() {
        return source("package-info").resolveSibling("");
    }

    Path scripts() {
        return source("package-info").resolveSibling("migrations/versions");
    }

    long scriptCount() throws IOException {
        try (var files = Files.list(scripts())) {
            return files.count();
        }
    }

    /** Replaces a text that must be there. */
    void edit(String simpleName, String old, String replacement) throws IOException {
        var text = read(simpleName);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(simpleName + " has no " + old);
        }
        Files.writeString(source(simpleName), text.replace(old, replacement));
    }

    void addFieldToExperiment() throws IOException {
        edit("Experiment", "    protected Experiment() {}", """
                    @Column(length = 64)
                    private @Nullable String protocol;

                    protected Experiment() {}""");
    }

    void renameFieldOfExperiment() throws IOException {
        edit("Experiment", "@Nullable String v;", "@Nullable String version;");
        edit("Experiment", "return v;", "return version;");
        edit("Experiment", "this.v = v;", "this.version = v;");
    }

    /** The newest script without a release. */
    Path openScript() throws IOException {
        try (var files = Files.list(scripts())) {
            return files.filter(file -> file.toString().endsWith("_vx_x_x.java"))
                    .max(Comparator.comparingLong(Example::lastModified))
                    .orElseThrow();
        }
    }

    private static long lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
