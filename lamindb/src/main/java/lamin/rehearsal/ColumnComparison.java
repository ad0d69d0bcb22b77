package lamin.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lamin.schema.model.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column before and after a deploy.
 *
 * @param before null for a new one
 * @param after null for a dropped one
 * @param sameValues whether each row still has the same value; also true if rows were added or deleted, which cannot be
 *     compared
 */
public record ColumnComparison(
        @Nullable Column before, @Nullable Column after, boolean sameValues) {

    public boolean isChanged() {
        return before == null || after == null || isRenamed() || isAltered() || !sameValues;
    }

    public boolean isRenamed() {
        return before != null && after != null && !before.name().equals(after.name());
    }

    /** Whether its type, default or anything else except its name changed. */
    public boolean isAltered() {
        return before != null && after != null && !after.renamed(before.name()).equals(before);
    }

    /** The change, such as {@code v -> version} or {@code + protocol string(64)?}. */
    public String describe() {
        if (before == null) {
            return "+ " + text(Objects.requireNonNull(after, "a column is there before or after"));
        }
        if (after == null) {
            return "- " + before.name();
        }
        var parts = new ArrayList<String>();
        parts.add(isRenamed() ? before.name() + " -> " + after.name() : after.name());
        if (isAltered()) {
            parts.add(alteration(before, after));
        }
        if (!sameValues) {
            parts.add("(values changed)");
        }
        return String.join(" ", parts);
    }

    private static String alteration(Column before, Column after) {
        return type(before).equals(type(after)) ? "(altered)" : type(before) + " -> " + type(after);
    }

    private static String text(Column column) {
        return column.name() + " " + type(column);
    }

    private static String type(Column column) {
        return column.type().display() + (column.nullable() ? "?" : "");
    }

    /** The columns that changed. */
    static List<ColumnComparison> changed(List<ColumnComparison> columns) {
        return columns.stream().filter(ColumnComparison::isChanged).toList();
    }
}
