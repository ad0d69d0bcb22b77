package lamin;

import java.util.ArrayDeque;
import java.util.Deque;

/** Undoes completed steps, the last one first; closing it does so unless everything succeeded. */
final class Undo implements AutoCloseable {
    private final Deque<Step> steps = new ArrayDeque<>();

    /** Undoes one step. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    void add(Step step) {
        steps.push(step);
    }

    /** Keeps everything that was done. */
    void succeeded() {
        steps.clear();
    }

    /** Continues after a step that fails, then throws the first failure with the others. */
    @Override
    public void close() {
        IllegalStateException failure = null;
        for (var step : steps) {
            try {
                step.run();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("could not take everything back", e) : failure;
                failure.addSuppressed(e);
            }
        }
        steps.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
