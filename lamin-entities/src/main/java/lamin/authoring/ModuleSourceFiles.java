package lamin.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * The files of a module's source that migrations are written to.
 *
 * @param rootPackage the folder of the root package
 */
public record ModuleSourceFiles(Path rootPackage) {
    /** The script of a migration. */
    public Path script(String className) {
        return rootPackage.resolve("migrations").resolve("versions").resolve(className + ".java");
    }

    /** Writes the script and sets the head to it: both or neither. Returns the script. */
    public Path write(MigrationDraft draft) {
        var packageInfo = rootPackage.resolve("package-info.java");
        var script = script(draft.className());
        try {
            var edited = new PackageInfoSource(Files.readString(packageInfo)).withMigration(draft.id());
            Files.createDirectories(script.getParent());
            try {
                Files.writeString(script, MigrationSource.of(draft));
                replace(packageInfo, edited);
                return script;
            } catch (IOException e) {
                Files.deleteIfExists(script);
                throw e;
            }
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the migration cannot be written below " + rootPackage + ": " + e.getMessage(),
                    e);
        }
    }

    /** At once, and with the permissions that the file has. */
    private static void replace(Path file, String text) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
