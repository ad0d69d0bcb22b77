package lamin.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import lamin.TestInstance;
import lamin.storage.Writer;

/**
 * An upload in a thread that goes no further than a step. It leaves what a killed process would: files that no live process
 * writes, and of the database on SQLite its files as they are, on PostgreSQL sessions that end without another word.
 */
final class StoppedUpload implements AutoCloseable {
    private final CompletableFuture<Boolean> isReached = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private StoppedUpload(TestInstance lab, Path data, long step) {
        var upload = new SteppedUpload(step, this::stop, deadWriter());
        thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                upload.save(lab.instance(), data);
                isReached.complete(false);
            } catch (StoppedError e) {
                // closed
            } catch (RuntimeException e) {
                // also of a session that is gone, when it is closed
                isReached.completeExceptionally(e);
            }
        });
    }

    /** Returns when the step is reached or the upload has ended. */
    static StoppedUpload start(TestInstance lab, Path data, long step) throws IOException {
        var upload = new StoppedUpload(lab, data, step);
        if (upload.isReached()) {
            leave(lab);
        }
        return upload;
    }

    /** False if there were fewer steps. */
    boolean isReached() {
        return isReached.join();
    }

    /** One with the number of this process, which had started at another time. */
    private static Writer deadWriter() {
        var current = Writer.current();
        return new Writer(current.machine(), current.process(), current.start() - 1);
    }

    private static void leave(TestInstance lab) throws IOException {
        if (lab.postgres() == null) {
            copyDatabase(lab.home().folder().resolve("lab/.lamindb"));
        } else {
            endSessions(lab);
        }
    }

    /** Locks belong to a file, not to its name. */
    private static void copyDatabase(Path folder) throws IOException {
        for (var name : List.of("lamin.db", "lamin.db-journal")) {
            var file = folder.resolve(name);
            if (Files.exists(file)) {
                var copy = Files.copy(file, folder.resolveSibling(name + ".copy"));
                Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void endSessions(TestInstance lab) {
        var others = " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'";
        lab.sql("SELECT count(pg_terminate_backend(pid))" + others);
        while (lab.sql("SELECT count(*)" + others) > 0) {
            Thread.onSpinWait();
        }
    }

    private void stop() {
        isReached.complete(true);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoppedError();
    }

    private static final class StoppedError extends Error {
        StoppedError() {
            super("stopped", null, false, false);
        }
    }

    /** Lets the upload clean up, which a killed process could not: to be called when nothing is examined any more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
