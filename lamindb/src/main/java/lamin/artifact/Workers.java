package lamin.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Reads and writes several files at once, because most of the time of a small file is waiting for the disk. */
final class Workers {
    private static final int THREADS = 8;

    private Workers() {}

    /** The results in the order of the items; fails with the failure of the first item that failed. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        if (items.size() == 1) {
            return List.of(work.apply(items.getFirst()));
        }
        try (var threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("lamin-files-", 0).factory())) {
            var results = new ArrayList<R>();
            for (var result : threads.invokeAll(items.stream()
                    .<Callable<R>>map(item -> () -> work.apply(item))
                    .toList())) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
