package lamin.tablefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an open table. */
public interface TableRows extends AutoCloseable {
    /** The columns, in the order of the file. */
    List<TableColumn> columns();

    /** What {@link TableRow#number()} counts. */
    RowUnit unit();

    /**
     * The next row; null at the end.
     *
     * @throws lamin.schema.LaminException with {@code FAILURE} if the file cannot be read
     */
    @Nullable
    TableRow next();

    @Override
    void close();
}
