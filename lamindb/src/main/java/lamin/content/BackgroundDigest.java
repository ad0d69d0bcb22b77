package lamin.content;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Computes hashes in a thread of its own, while the next bytes are read and written. */
final class BackgroundDigest implements FileDigest {
    /** The number of blocks that may wait for it. */
    private static final int AHEAD = 4;

    private final FileDigest digest;
    private final Semaphore free = new Semaphore(AHEAD);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lamin-hash").factory());

    BackgroundDigest(FileDigest digest) {
        this.digest = digest;
    }

    @Override
    public void update(byte[] bytes, int length) {
        free.acquireUninterruptibly();
        var block = Arrays.copyOf(bytes, length);
        thread.execute(() -> {
            digest.update(block, length);
            free.release();
        });
    }

    @Override
    public ContentHash hash() {
        return await(thread.submit(digest::hash));
    }

    @Override
    public @Nullable String sha256() {
        return await(thread.submit(digest::sha256));
    }

    private static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
