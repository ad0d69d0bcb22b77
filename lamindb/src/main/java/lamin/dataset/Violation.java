package lamin.dataset;

import lamin.tablefile.RowUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place where a table breaks a schema.
 *
 * @param unit what {@code row} counts
 * @param row the line of the file or the row of the table, from 1; null if it concerns no single row
 * @param column the name of the column; null if it concerns no single column
 * @param message what was expected and found
 */
public record Violation(
        Rule rule,
        RowUnit unit,
        @Nullable Long row,
        @Nullable String column,
        String message) {

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
        if (row != null) {
            place.append(unit).append(' ').append(row);
        }
        if (column != null) {
            place.append(row == null ? "" : ", ").append("column ").append(column);
        }
        return place.isEmpty() ? message : place + ": " + message;
    }
}
