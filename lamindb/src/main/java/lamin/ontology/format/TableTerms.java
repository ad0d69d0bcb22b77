package lamin.ontology.format;

import java.nio.file.Path;
import java.util.List;
import lamin.ontology.Term;
import lamin.ontology.Terms;
import lamin.schema.LaminException;
import lamin.tablefile.TableRow;
import lamin.tablefile.TableRows;
import org.jspecify.annotations.Nullable;

/** The rows of a table as terms. Neighbouring rows of one gene are one term: bionty has a row
 * for each NCBI id, Ensembl for each synonym. */
final class TableTerms implements Terms {
    private final Path path;
    private final TableRows rows;
    private final TermColumns columns;
    private @Nullable Term ahead;
    private long number;

    private TableTerms(Path path, TableRows rows, TermColumns columns) {
        this.path = path;
        this.rows = rows;
        this.columns = columns;
    }

    static Terms of(Path path, TableRows rows, List<String> idColumns) {
        try {
            var columns = TermColumns.of(rows.columns(), idColumns);
            var terms = new TableTerms(path, rows, columns);
            terms.ahead = columns.isHeaderless() ? columns.firstRow() : terms.read();
            return terms;
        } catch (TermFailure e) {
            rows.close();
            throw e.in(path);
        } catch (LaminException e) {
            rows.close();
            throw e;
        }
    }

    @Override
    public @Nullable Term next() {
        var term = ahead;
        if (term != null) {
            ahead = read();
            while (ahead != null && columns.isOneGene(term, ahead)) {
                term = TermColumns.merged(term, ahead);
                ahead = read();
            }
        }
        return term;
    }

    private @Nullable Term read() {
        TableRow row = rows.next();
        if (row == null) {
            return null;
        }
        number = row.number();
        try {
            return columns.term(row);
        } catch (TermFailure e) {
            throw new TermFailure(rows.unit() + " " + number + ": " + e.getMessage(), e.getCause()).in(path);
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
