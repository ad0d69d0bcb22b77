package lamin.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Files that appear complete or not at all. */
public final class WholeFile {
    private static final String NONE = "------";

    private WholeFile() {}

    /** The users who may read a file. */
    public enum Readers {
        OWNER,
        EVERYBODY
    }

    /** Writes a small file under a temporary name and renames it; a file with the same contents is left unchanged. */
    public static void write(Path file, String text, Readers readers) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        var folder = file.toAbsolutePath().getParent();
        var temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp", permissions(readers));
        try {
            Files.write(temporary, bytes);
            replace(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Renames a complete temporary file in the same folder; a file that exists is replaced. */
    public static void replace(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Set at creation rather than changed afterwards, so that others can never read the file. */
    private static FileAttribute<?>[] permissions(Readers readers) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        var text = switch (readers) {
            case OWNER -> "rw-------";
            case EVERYBODY -> "rw-r--r--";
        };
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))};
    }

    /** Whether the group or others may read the file. */
    public static boolean isReadableByOthers(Path file) throws IOException {
        return permissionsOfOthers(file).contains("r");
    }

    /** Whether the group or others have any access to the file. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return !permissionsOfOthers(file).equals(NONE);
    }

    private static String permissionsOfOthers(Path file) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .substring(3)
                : NONE;
    }
}
