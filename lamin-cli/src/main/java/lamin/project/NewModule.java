package lamin.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/**
 * The project of a new schema module. It is written to a folder next to the target and moved into place once it is
 * complete, so that a failure leaves no partial project.
 *
 * @param directory the target: a path that does not exist yet, or an empty folder
 */
public record NewModule(ModuleTemplate template, Path directory) {

    /** Refuses a folder that is not empty or whose parent does not exist. */
    public NewModule {
        directory = directory.toAbsolutePath().normalize();
        if (Files.exists(directory) && !isEmptyFolder(directory)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    directory + " already exists and is not an empty folder",
                    new Advice("name another folder: --dir FOLDER"));
        }
        if (directory.getParent() == null || !Files.isDirectory(directory.getParent())) {
            throw new LaminException(
                    ErrorCode.USAGE, "there is no folder " + directory.getParent(), new Advice("create it first"));
        }
    }

    /** Writes the files and the first migration; returns the files relative to the project. */
    public List<Path> create(MavenSettings maven, Distribution distribution, LocalDate today) {
        var draft = directory.resolveSibling(
                "." + directory.getFileName() + "-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(draft);
            try {
                write(draft, maven, distribution, today);
                var files = filesIn(draft);
                publish(draft);
                return files;
            } finally {
                if (Files.exists(draft)) {
                    CacheFiles.delete(draft);
                }
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot write " + directory + ": " + e.getMessage(), e);
        }
    }

    private void write(Path draft, MavenSettings maven, Distribution distribution, LocalDate today) throws IOException {
        template.writeTo(draft);
        var project = ModuleProject.find(draft).orElseThrow();
        FirstMigration.write(EditableModule.compile(project, maven, distribution), today);
        CacheFiles.delete(draft.resolve("target"));
    }

    /** In one move; into an existing folder, which may be the current folder of a shell, entry by entry. */
    private void publish(Path draft) throws IOException {
        if (!Files.exists(directory)) {
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try (var entries = Files.newDirectoryStream(draft)) {
            for (var entry : entries) {
                Files.move(entry, directory.resolve(entry.getFileName()));
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isEmptyFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
