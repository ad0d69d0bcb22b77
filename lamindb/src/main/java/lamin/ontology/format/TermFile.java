package lamin.ontology.format;

import java.nio.file.Path;
import lamin.ontology.Terms;

/** A file of terms. Its contents say which format it has, not its name. */
public record TermFile(Path path) {
    /**
     * Opens it; close the terms afterwards.
     *
     * @throws lamin.schema.LaminException with {@code USAGE} if there is no such file, with {@code FAILURE} if its format is
     *     unknown or needs a library that the program does not have
     */
    public Terms open() {
        throw new UnsupportedOperationException();
    }
}
