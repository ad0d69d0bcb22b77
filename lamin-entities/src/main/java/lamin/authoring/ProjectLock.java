package lamin.authoring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time edit the sources of a project. The lock is on {@code target/lamin/edits.lock}; it ends with the
 * process that holds it.
 */
final class ProjectLock implements AutoCloseable {
    /** A lock on a file excludes other processes, but not other threads. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final @Nullable FileChannel channel;

    private ProjectLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for it. Files outside a Maven project have none. */
    static ProjectLock of(List<FileEdit> edits) {
        THREADS.lock();
        try {
            var project = edits.isEmpty() ? null : project(edits.getFirst().file());
            return new ProjectLock(project == null ? null : locked(project.resolve("target/lamin/edits.lock")));
        } catch (IOException e) {
            THREADS.unlock();
            throw new LaminException(ErrorCode.FAILURE, "cannot lock the project: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    private static @Nullable Path project(Path file) {
        return Stream.iterate(file.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .findFirst()
                .orElse(null);
    }

    private static FileChannel locked(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Only its holder comes this far. */
    void requireHeld() {
        if (!THREADS.isHeldByCurrentThread()) {
            throw new IllegalStateException("another thread has the lock");
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot unlock the project: " + e.getMessage(), e);
        } finally {
            THREADS.unlock();
        }
    }
}
