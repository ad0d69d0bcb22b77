package lamin.testing.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a server that is started here keeps its data, of which nothing is kept: in memory, where the system offers enough of
 * it as a folder. Tests create hundreds of databases, each of some 300 files.
 */
final class DataFolder {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 4L << 30;

    private DataFolder() {}

    static Path create() throws IOException {
        return hasMemory()
                ? Files.createTempDirectory(MEMORY, "lamin-test-postgres")
                : Files.createTempDirectory("lamin-test-postgres");
    }

    private static boolean hasMemory() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
    }
}
