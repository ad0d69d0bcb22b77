package lamin.dataset;

import org.jspecify.annotations.Nullable;

/**
 * A place where a table breaks a schema.
 *
 * @param line the line of the file, from 1; null if it concerns no single row
 * @param column the name of the column; null if it concerns no single column
 * @param message what was expected and found
 */
public record Violation(
        Rule rule, @Nullable Long line, @Nullable String column, String message) {

    /** The broken rule. */
    public enum Rule {
        MISSING_COLUMN,
        UNEXPECTED_COLUMN,
        DUPLICATE_COLUMN,
        COLUMN_ORDER,
        ROW_LENGTH,
        MISSING_VALUE,
        TYPE,
        CATEGORY
    }

    @Override
    public String toString() {
        var place = new StringBuilder();
        if (line != null) {
            place.append("line ").append(line);
        }
        if (column != null) {
            place.append(line == null ? "" : ", ").append("column ").append(column);
        }
        return place.isEmpty() ? message : place + ": " + message;
    }
}
