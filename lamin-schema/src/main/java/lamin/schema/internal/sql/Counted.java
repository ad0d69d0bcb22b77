package lamin.schema.internal.sql;

import java.util.List;

/** Words for rows and values that were counted. */
public final class Counted {
    private Counted() {}

    /** Such as {@code 1 row} or {@code 3 values, for example a, b}. */
    public static String of(long number, String thing, List<String> samples) {
        return number + " " + thing + (number == 1 ? "" : "s") + examples(samples);
    }

    /** A few values, as words that follow how many there are. */
    public static String examples(List<String> samples) {
        return samples.isEmpty() ? "" : ", for example " + String.join(", ", samples);
    }
}
