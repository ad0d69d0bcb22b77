package lamin.parquet;

import java.nio.file.Path;
import java.util.List;
import lamin.tablefile.TableFormat;
import lamin.tablefile.TableRows;

/** The format Parquet. */
public final class ParquetFormat implements TableFormat {
    @Override
    public List<String> extensions() {
        return List.of(".parquet");
    }

    @Override
    public TableRows open(Path path) {
        FileEnds.check(path);
        return ParquetRows.open(path);
    }
}
