package lamin.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** Files under {@code target/lamin}, written atomically even if two processes write the same file. */
public final class CacheFiles {
    private CacheFiles() {}

    public static void replace(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            var temporary =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
            Files.write(temporary, lines);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Deletes a folder that another process may be deleting too. */
    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException deleted) {
            // the other process deletes the rest
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw failed(folder, e);
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static LaminException failed(Path folder, Exception e) {
        return new LaminException(ErrorCode.FAILURE, "cannot delete " + folder + ": " + e.getMessage(), e);
    }
}
