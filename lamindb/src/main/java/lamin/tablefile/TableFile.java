package lamin.tablefile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** A table in a file. */
public record TableFile(Path path, Format format) {

    /** The formats that can be read. */
    public enum Format {
        CSV(".csv", ','),
        TSV(".tsv", '\t');

        private final String extension;
        private final char separator;

        Format(String extension, char separator) {
            this.extension = extension;
            this.separator = separator;
        }
    }

    private static final String GZIP = ".gz";

    /** Whether a file of this name holds a table that can be read. */
    public static boolean isTable(String name) {
        return format(name).isPresent();
    }

    private static Optional<Format> format(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var plain = lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
        return Stream.of(Format.values())
                .filter(format -> plain.endsWith(format.extension))
                .findFirst();
    }

    /**
     * The table in a file whose name says what it is, also if it is compressed.
     *
     * @throws LaminException with {@code USAGE} if there is no such file or its format is not one of tables
     */
    public static TableFile at(Path path) {
        return at(path, path.getFileName().toString());
    }

    /** The same for a file that is stored under another name. */
    public static TableFile at(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            throw new LaminException(ErrorCode.USAGE, "there is no file " + path);
        }
        return new TableFile(
                path,
                format(name)
                        .orElseThrow(() -> new LaminException(
                                ErrorCode.USAGE,
                                name + " is not a table: expected .csv or .tsv, or one of them with .gz")));
    }

    /** Opens it; close the rows afterwards. */
    public TableRows open() {
        return DelimitedRows.open(path, format.separator);
    }
}
