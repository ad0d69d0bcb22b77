package lamin.mappings;

import java.util.Objects;

/**
 * What happened to a row.
 *
 * @param step the step that failed; empty if none has
 */
public record Outcome(String step, String message) {
    public static final Outcome DONE = new Outcome("", "");

    public static Outcome of(String step, Throwable cause) {
        var root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Outcome(step, Objects.requireNonNullElse(root.getMessage(), root.toString()));
    }

    public boolean isDone() {
        return step.isEmpty();
    }

    @Override
    public String toString() {
        return isDone() ? "done" : step + ": " + message;
    }
}
