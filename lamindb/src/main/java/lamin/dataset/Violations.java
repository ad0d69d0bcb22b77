package lamin.dataset;

import java.util.ArrayList;
import java.util.List;
import lamin.dataset.Violation.Rule;
import lamin.tablefile.RowUnit;
import org.jspecify.annotations.Nullable;

/** Keeps the first violations and counts all of them. */
final class Violations {
    private final RowUnit unit;
    private final int most;
    private final List<Violation> first = new ArrayList<>();
    private long count;

    /**
     * @param unit what the rows of the table are counted in
     * @param most how many are kept
     */
    Violations(RowUnit unit, int most) {
        this.unit = unit;
        this.most = most;
    }

    /** @param row its number; null if it concerns no single row */
    void add(Rule rule, @Nullable Long row, @Nullable String column, String message) {
        count++;
        if (first.size() < most) {
            first.add(new Violation(rule, unit, row, column, message));
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
