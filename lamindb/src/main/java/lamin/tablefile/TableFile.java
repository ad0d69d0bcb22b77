package lamin.tablefile;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** A table in a file. */
public record TableFile(Path path, TableFormat format) {

    /**
     * The table in a file whose name says what it is, also if it is compressed.
     *
     * @throws LaminException with {@code USAGE} if there is no such file or its format is not one of tables, with
     *     {@code FAILURE} if its format needs a library that the program does not have
     */
    public static TableFile at(Path path) {
        return at(path, path.getFileName().toString());
    }

    /** The same for a file that is stored under another name. */
    public static TableFile at(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            throw new LaminException(ErrorCode.USAGE, "there is no file " + path);
        }
        return new TableFile(path, InstalledFormats.of(name));
    }

    /**
     * The rows of a text with a separator between cells, such as the decompressed content of a file; close them afterwards,
     * which closes the content.
     *
     * @param path the file that messages name
     */
    public static TableRows delimited(Path path, InputStream content, char separator) {
        return DelimitedRows.of(path, content, separator);
    }

    /** Opens it; close the rows afterwards. */
    public TableRows open() {
        return format.open(path);
    }
}
