package lamin.cli.bionty;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import lamin.cli.command.Session;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.search.SimilarNames;
import lamin.tablefile.TableColumn;
import lamin.tablefile.TableFile;
import lamin.tablefile.TableRows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that take values from a column of a table. */
final class ValuesOption {
    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Take the values from this table: CSV, TSV or Parquet.")
    private @Nullable Path table;

    @Option(names = "--column", paramLabel = "NAME", description = "The column of the table.")
    private @Nullable String column;

    @Nullable
    Path table() {
        return table;
    }

    /**
     * The values, those of a table once each.
     *
     * @param values those that were given one by one
     */
    List<String> read(Session session, List<String> values) {
        if ((table == null) != (column == null) || (table == null) == values.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE, "give values, or a table and its column: --table FILE --column NAME");
        }
        return table == null
                ? values
                : distinct(session.environment().workingDirectory().resolve(table));
    }

    private List<String> distinct(Path file) {
        try (var rows = TableFile.at(file).open()) {
            int place = place(rows);
            var found = new LinkedHashSet<String>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                var cell = place < row.size() ? row.cell(place) : null;
                if (cell != null) {
                    found.add(cell.toString());
                }
            }
            return List.copyOf(found);
        }
    }

    /** The place of the column. */
    int place(TableRows rows) {
        var names = rows.columns().stream().map(TableColumn::name).toList();
        int place = names.indexOf(String.valueOf(column));
        if (place < 0) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the table has no column " + column + new SimilarNames(names).hint(String.valueOf(column)));
        }
        return place;
    }
}
