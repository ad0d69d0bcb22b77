package lamin.authoring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * Lets one process at a time edit the sources of a project. The lock is on {@code target/lamin/edits.lock}; it ends with the
 * process that holds it.
 */
final class ProjectLock {
    /** A lock on a file excludes other processes, but not other threads. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private ProjectLock() {}

    /** Waits for the lock and holds it during the work. Files outside a Maven project have none. */
    static void holding(List<FileEdit> edits, Runnable work) {
        THREADS.lock();
        try {
            edits.stream()
                    .findFirst()
                    .flatMap(edit -> project(edit.file()))
                    .ifPresentOrElse(project -> holding(project.resolve("target/lamin/edits.lock"), work), work);
        } finally {
            THREADS.unlock();
        }
    }

    private static Optional<Path> project(Path file) {
        return Stream.iterate(file.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .findFirst();
    }

    private static void holding(Path file, Runnable work) {
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                work.run();
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot lock the project: " + e.getMessage(), e);
        }
    }
}
