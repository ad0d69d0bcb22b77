package lamin.tablefile;

import java.nio.file.Path;
import java.util.List;

/**
 * A format of tables. CSV and TSV are built in; a library adds another one as a service of this type. Its classes are
 * loaded when a file has a name that no built-in format knows.
 */
public interface TableFormat {
    /** How the names of its files end, in lower case, with the dot. */
    List<String> extensions();

    /**
     * Opens a file; close the rows afterwards.
     *
     * @throws lamin.schema.LaminException with {@code FAILURE} if the file does not have this format or cannot be read
     */
    TableRows open(Path path);
}
