package lamin.ontology.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.ontology.Terms;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.tablefile.TableFile;

/** A file of terms. Its contents say which format it has, not its name. */
public record TermFile(Path path) {
    /**
     * Opens it; close the terms afterwards.
     *
     * @throws LaminException with {@code USAGE} if there is no such file, with {@code FAILURE} if its format is unknown or
     *     needs a library that the program does not have
     */
    public Terms open() {
        return open(List.of());
    }

    /**
     * The same, where the ids of a table are in columns that are not recognised by their names.
     *
     * @param idColumns the names of columns, of which the first that is filled identifies a row; if empty, the usual ones
     */
    public Terms open(List<String> idColumns) {
        return open(idColumns, Contents.USUAL);
    }

    Terms open(List<String> idColumns, Contents contents) {
        if (!Files.isRegularFile(path)) {
            throw new LaminException(ErrorCode.USAGE, "there is no file " + path);
        }
        BufferedInputStream in;
        try {
            in = contents.open(path);
        } catch (IOException e) {
            throw TermFailure.unreadable(path, String.valueOf(e.getMessage()), e);
        }
        try {
            return open(in, idColumns, contents);
        } catch (TermFailure e) {
            Closing.close(in);
            throw e.in(path);
        } catch (IOException e) {
            Closing.close(in);
            throw TermFailure.unreadable(path, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            Closing.close(in);
            throw e;
        }
    }

    private Terms open(BufferedInputStream in, List<String> idColumns, Contents contents) throws IOException {
        return switch (TermFormat.of(in)) {
            case OBO -> new OboTerms(path, in);
            case XML -> RdfTerms.open(path, in, contents);
            case JSON -> JsonTerms.open(path, in, contents);
            case CSV -> TableTerms.of(path, TableFile.delimited(path, new Utf8Input(in), ','), idColumns);
            case TSV -> TableTerms.of(path, TableFile.delimited(path, new Utf8Input(in), '\t'), idColumns);
            case PARQUET -> {
                in.close();
                yield TableTerms.of(path, TableFile.at(path, "terms.parquet").open(), idColumns);
            }
        };
    }
}
