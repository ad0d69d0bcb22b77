package lamin.parquet;

import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import lamin.schema.LaminException;
import lamin.tablefile.RowUnit;
import lamin.tablefile.TableColumn;
import lamin.tablefile.TableRow;
import lamin.tablefile.TableRows;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file. A few pages of each column are in memory. */
final class ParquetRows implements TableRows {
    private final Unreadable unreadable;
    private final ParquetFileReader file;
    private final List<SchemaNode> nodes;
    private final List<TableColumn> columns;
    private final RowReader rows;
    private final long expected;
    private final CurrentRow current = new CurrentRow();
    private long count;

    private ParquetRows(Unreadable unreadable, ParquetFileReader file) {
        this.unreadable = unreadable;
        this.file = file;
        var metadata = file.getFileMetaData();
        Codecs.require(metadata, unreadable);
        this.nodes = file.getFileSchema().getRootNode().children();
        var index = PandasIndex.of(metadata.keyValueMetadata());
        this.columns = nodes.stream()
                .map(node -> new TableColumn(node.name(), ColumnTypes.of(node), index.contains(node.name())))
                .toList();
        this.expected = metadata.numRows();
        this.rows = file.rowReader();
    }

    static ParquetRows open(Path path) {
        HardwoodSettings.apply();
        var unreadable = new Unreadable(path);
        try {
            return open(unreadable, ChannelInput.open(path));
        } catch (IOException e) {
            throw unreadable.because(String.valueOf(e.getMessage()), "", e);
        }
    }

    private static ParquetRows open(Unreadable unreadable, ChannelInput input) throws IOException {
        ParquetFileReader file;
        try {
            file = ParquetFileReader.open(input);
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            input.close();
            throw failure(unreadable, e);
        }
        try {
            return new ParquetRows(unreadable, file);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            file.close();
            throw failure(unreadable, e);
        }
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public RowUnit unit() {
        return RowUnit.ROW;
    }

    @Override
    public @Nullable TableRow next() {
        return guarded(() -> {
            if (rows.hasNext() == (count == expected)) {
                // damaged pages may claim to have any number of rows
                throw unreadable.damaged(
                        "it has " + (count == expected ? "more" : "less") + " than the " + expected
                                + " rows of its footer",
                        null);
            }
            if (count == expected) {
                return null;
            }
            rows.next();
            count++;
            return current;
        });
    }

    private final class CurrentRow implements TableRow {
        @Override
        public long number() {
            return count;
        }

        @Override
        public int size() {
            return nodes.size();
        }

        @Override
        public @Nullable Object cell(int column) {
            return guarded(() -> rows.isNull(column) ? null : CellValues.of(nodes.get(column), rows.getValue(column)));
        }
    }

    private <T> @Nullable T guarded(Supplier<@Nullable T> read) {
        try {
            return read.get();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            throw failure(unreadable, e);
        }
    }

    @Override
    public void close() {
        rows.close();
        try {
            file.close();
        } catch (IOException e) {
            throw failure(unreadable, e);
        }
    }

    private static LaminException failure(Unreadable unreadable, Throwable failure) {
        return failure instanceof LaminException known ? known : new ReadFailure(failure).explained(unreadable);
    }
}
