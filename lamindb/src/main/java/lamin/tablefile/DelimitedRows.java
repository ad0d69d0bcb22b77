package lamin.tablefile;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** The rows of a text file whose cells are separated by commas or tabs, in UTF-8. Empty cells are null. */
final class DelimitedRows implements TableRows {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final CloseableIterator<CsvRecord> records;
    private final List<TableColumn> columns;

    private DelimitedRows(Path path, CloseableIterator<CsvRecord> records) {
        this.path = path;
        this.records = records;
        this.columns = header();
    }

    static DelimitedRows open(Path path, char separator) {
        try {
            return of(path, stream(path), separator);
        } catch (IOException e) {
            throw unreadable(path, String.valueOf(e.getMessage()), e);
        }
    }

    /** The rows of a stream; the path is named in messages. */
    static DelimitedRows of(Path path, InputStream content, char separator) {
        try {
            var reader = reader(content);
            var records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(reader)
                    .iterator();
            return new DelimitedRows(path, records);
        } catch (UncheckedIOException e) {
            throw unreadable(path, reason(e), e);
        }
    }

    private static Reader reader(InputStream content) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        return new InputStreamReader(content, decoder);
    }

    private static InputStream stream(Path path) throws IOException {
        var stream = Files.newInputStream(path);
        try {
            return path.toString().endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private List<TableColumn> header() {
        var header = read();
        if (header == null) {
            close();
            throw unreadable(path, "it is empty: expected a first line with the names of the columns", null);
        }
        var names = new ArrayList<>(header.getFields());
        if (names.getFirst().startsWith(BYTE_ORDER_MARK)) {
            names.set(0, names.getFirst().substring(1));
        }
        return names.stream()
                .map(name -> new TableColumn(name, ColumnType.TEXT))
                .toList();
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public RowUnit unit() {
        return RowUnit.LINE;
    }

    @Override
    public @Nullable TableRow next() {
        var next = read();
        return next == null ? null : new TextRow(next);
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            close();
            throw unreadable(path, reason(e), e);
        }
    }

    private static String reason(RuntimeException failure) {
        var cause = failure.getCause();
        var isEncoding = cause instanceof CharacterCodingException
                || (cause != null && cause.getCause() instanceof CharacterCodingException);
        if (isEncoding) {
            return "it is not UTF-8";
        }
        var detail = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return failure.getMessage() + detail;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LaminException unreadable(Path path, String reason, @Nullable Throwable cause) {
        return new LaminException(ErrorCode.FAILURE, "cannot read " + path + ": " + reason, cause);
    }

    private record TextRow(CsvRecord fields) implements TableRow {
        @Override
        public long number() {
            return fields.getStartingLineNumber();
        }

        @Override
        public int size() {
            return fields.getFieldCount();
        }

        @Override
        public @Nullable Object cell(int column) {
            var text = fields.getField(column);
            return text.isEmpty() ? null : text;
        }
    }
}
