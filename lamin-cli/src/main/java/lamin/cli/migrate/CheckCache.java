package lamin.cli.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lamin.project.CacheFiles;
import lamin.project.EditableModule;

/**
 * What {@code check} found, kept beside the classes that it looked at. Their folder is named after all that went into
 * them, so an unchanged module is checked without reading its entities again.
 */
final class CheckCache {
    private final Path file;

    CheckCache(EditableModule editable) {
        this.file = editable.classes().resolve(".lamin-check");
    }

    /** The missing operations as they were found; empty if nobody looked yet. */
    Optional<List<String>> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    List<String> write(List<String> missing) {
        CacheFiles.replace(file, missing);
        return missing;
    }
}
