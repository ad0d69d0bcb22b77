package lamin.tablefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an open table. */
public interface TableRows extends AutoCloseable {
    /** The names of the columns, as they are in the file. */
    List<String> columns();

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
