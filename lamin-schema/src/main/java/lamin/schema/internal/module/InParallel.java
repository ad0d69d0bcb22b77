package lamin.schema.internal.module;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Work on many files or classes, which a second processor shortens considerably. */
final class InParallel {
    /** Fewer items are finished sooner than other threads have started. */
    private static final int MANY = 50;

    private InParallel() {}

    interface Work<T, R, E extends Exception> {
        R on(T item) throws E;
    }

    /** The results in the order of the items. If several items fail, the failure of the first one is thrown. */
    static <T, R, E extends Exception> List<R> map(List<T> items, Work<T, R, E> work) throws E {
        var results = new ArrayList<R>(items.size());
        Stream<T> stream = items.size() < MANY ? items.stream() : items.parallelStream();
        for (var outcome : stream.map(item -> Outcome.of(item, work)).toList()) {
            results.add(outcome.get());
        }
        return results;
    }

    private sealed interface Outcome<R, E extends Exception> {
        R get() throws E;

        record Done<R, E extends Exception>(R result) implements Outcome<R, E> {
            @Override
            public R get() {
                return result;
            }
        }

        record Failed<R, E extends Exception>(Exception failure) implements Outcome<R, E> {
            @Override
            @SuppressWarnings("unchecked") // the work throws nothing else that is checked
            public R get() throws E {
                if (failure instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                throw (E) failure;
            }
        }

        static <T, R, E extends Exception> Outcome<R, E> of(T item, Work<T, R, E> work) {
            try {
                return new Done<>(work.on(item));
            } catch (Exception e) {
                return new Failed<>(e);
            }
        }
    }
}
