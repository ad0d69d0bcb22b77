package lamin.dataset;

import java.util.ArrayList;
import java.util.List;
import lamin.dataset.Violation.Rule;
import org.jspecify.annotations.Nullable;

/** Keeps the first violations and counts all of them. */
final class Violations {
    private final int most;
    private final List<Violation> first = new ArrayList<>();
    private long count;

    /** @param most how many are kept */
    Violations(int most) {
        this.most = most;
    }

    void add(Rule rule, @Nullable Long line, @Nullable String column, String message) {
        count++;
        if (first.size() < most) {
            first.add(new Violation(rule, line, column, message));
        }
    }

    /** Whether a further one would only be counted. */
    boolean isFull() {
        return first.size() >= most;
    }

    void count() {
        count++;
    }

    List<Violation> first() {
        return first;
    }

    long total() {
        return count;
    }
}
