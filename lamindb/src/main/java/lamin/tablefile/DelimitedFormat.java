package lamin.tablefile;

import java.nio.file.Path;
import java.util.List;

/** Text files with a separator between cells, which may be compressed with gzip. */
enum DelimitedFormat implements TableFormat {
    CSV(".csv", ','),
    TSV(".tsv", '\t');

    private final String extension;
    private final char separator;

    DelimitedFormat(String extension, char separator) {
        this.extension = extension;
        this.separator = separator;
    }

    @Override
    public List<String> extensions() {
        return List.of(extension, extension + ".gz");
    }

    @Override
    public TableRows open(Path path) {
        return DelimitedRows.open(path, separator);
    }
}
