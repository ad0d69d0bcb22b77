package lamin.instance;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The folder that holds an instance's files; the internal ones are in {@code .lamindb}. */
public record StorageRoot(Path path) {
    private static final String OURS = ".lamindb";
    private static final String DATABASE = "lamin.db";
    private static final String MARK = "storage_uid.txt";
    private static final String TEMPORARY = ".tmp";
    private static final Set<String> NOT_DATA = Set.of(DATABASE, MARK);

    public StorageRoot {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder that the user's argument refers to. */
    public static StorageRoot parse(String text, Path workingDirectory) {
        if (text.isBlank() || text.contains("://") || text.indexOf('\0') >= 0) {
            throw new LaminException(ErrorCode.USAGE, "the storage is a folder on this machine, found: '" + text + "'");
        }
        var root = new StorageRoot(workingDirectory.resolve(text));
        if (root.path.toString().contains(OURS) || root.path.getFileName() == null || text.contains("${")) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the storage cannot be " + root + ": choose a folder below /, outside of " + OURS
                            + " and without ${ in its path, which Python takes for a variable");
        }
        return root;
    }

    /** The default name of an instance here. */
    public String defaultName() {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** The folder {@code .lamindb}. */
    public Path folder() {
        return path.resolve(OURS);
    }

    public Path databaseFile() {
        return folder().resolve(DATABASE);
    }

    Path markFile() {
        return folder().resolve(MARK);
    }

    /** The folder's mark of the instance that manages it. */
    public Optional<StorageMark> mark() {
        try {
            return Files.exists(markFile()) ? StorageMark.parse(Files.readString(markFile())) : Optional.empty();
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + markFile(), e);
        }
    }

    /** Writes the mark, unless it already exists. */
    public void mark(StorageMark mark) throws IOException {
        WholeFile.write(markFile(), mark.text(), WholeFile.Readers.EVERYBODY);
    }

    /** Fails if a file is in the way; missing folders are accepted. */
    public void checkFolder() {
        for (var folder = path; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new LaminException(
                        ErrorCode.FAILURE,
                        "the storage " + this + " cannot be made: " + folder + " is a file, not a folder");
            }
        }
    }

    /** A new name for a database under construction. */
    public Path temporaryDatabaseFile() {
        return folder().resolve(DATABASE + "." + Base62.random(12) + TEMPORARY);
    }

    /** Removes leftovers of killed calls: temporary databases not written to for an hour. */
    public void removeAbandonedDatabases() throws IOException {
        var now = Instant.now();
        for (var file : temporaryDatabases()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofHours(1)))) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes the SQLite database and its companion files. */
    public void removeDatabase() throws IOException {
        Files.deleteIfExists(databaseFile());
        for (var file : SqliteDatabase.companions(databaseFile())) {
            Files.deleteIfExists(file);
        }
        for (var file : temporaryDatabases()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> temporaryDatabases() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (var files = Files.list(folder())) {
            return files.filter(StorageRoot::isTemporary).toList();
        }
    }

    private static boolean isTemporary(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(DATABASE + ".") && name.contains(TEMPORARY);
    }

    /** Removes {@code .lamindb} and the root if they are empty. */
    public void removeEmptyFolders() throws IOException {
        for (var folder : List.of(folder(), path)) {
            if (Files.isDirectory(folder) && isEmpty(folder)) {
                Files.delete(folder);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    public void removeMark() throws IOException {
        Files.deleteIfExists(markFile());
    }

    /** The user's data files here, without the instance's own files; links are not followed. */
    public List<Path> dataFiles() {
        var found = new ArrayList<Path>();
        try {
            if (Files.isDirectory(path)) {
                Files.walkFileTree(path, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (!isOurs(file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot look into " + path + ": " + e.getMessage(), e);
        }
        return found;
    }

    private boolean isOurs(Path file) {
        return folder().equals(file.getParent())
                && (NOT_DATA.contains(file.getFileName().toString())
                        || isTemporary(file)
                        || SqliteDatabase.companions(databaseFile()).contains(file));
    }

    /** In the form stored in the database, with slashes on every operating system. */
    @Override
    public String toString() {
        return path.toString().replace(File.separatorChar, '/');
    }
}
