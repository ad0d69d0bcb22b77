package lamin.schema.internal.detect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something new that something gone may have become.
 *
 * @param name of a column without its table
 * @param changes what else would change with such a rename, in words; empty where nothing but the name does
 * @param likeness from 0 to 1, of names, structure and neighbours; candidates are ordered by it
 */
public record Candidate(String name, List<String> changes, double likeness) {
    private static final double LIKELY = 0.45;

    public Candidate {
        changes = List.copyOf(changes);
    }

    /** Whether nothing but the name would change. */
    public boolean isEqual() {
        return changes.isEmpty();
    }

    /** Whether a rename is more likely than a drop and an addition. */
    public boolean isLikely() {
        return isEqual() || likeness >= LIKELY;
    }

    /** {@code supplier (string(200) becomes string(20))}. */
    public String text() {
        return name + (isEqual() ? "" : changes.stream().collect(Collectors.joining(", ", " (", ")")));
    }
}
