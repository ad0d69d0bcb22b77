package lamin.tablefile;

import org.jspecify.annotations.Nullable;

/** A row of a table. It is valid until the next row is read. */
public interface TableRow {
    /** The line of the file where it begins, or its number among the rows; see {@link TableRows#unit()}. */
    long number();

    /** The number of its cells. */
    int size();

    /**
     * A cell, from 0; null if it is empty. A {@link ColumnType.Text} is a String. {@link ColumnType.Values} are Long or
     * BigInteger, Double, Boolean, String, LocalDate, LocalDateTime, OffsetDateTime, List or Map, as the type of the column
     * says; other values are as the format has them.
     */
    @Nullable
    Object cell(int column);
}
