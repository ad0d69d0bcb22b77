package lamin.tablefile;

import org.jspecify.annotations.Nullable;

/** A row of a table. It is valid until the next row is read. */
public interface TableRow {
    /** The line of the file where it begins, from 1; in a format without lines, its number after the header. */
    long line();

    /** The number of its cells. */
    int size();

    /**
     * A cell, from 0: a text in a format of texts, otherwise a Long, Double, Boolean, String, LocalDate, LocalDateTime,
     * OffsetDateTime, List or Map; null if it is empty.
     */
    @Nullable
    Object cell(int column);
}
