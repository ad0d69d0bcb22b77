package lamin.schema.internal.sql;

import java.util.List;

/** Words counts of rows and values. */
public final class Counted {
    private Counted() {}

    /** For example {@code 1 row} or {@code 3 values, for example a, b}. */
    public static String of(long number, String thing, List<String> samples) {
        return number + " " + thing + (number == 1 ? "" : "s") + examples(samples);
    }

    /** A few values, worded to follow their number. */
    public static String examples(List<String> samples) {
        return samples.isEmpty() ? "" : ", for example " + String.join(", ", samples);
    }
}
