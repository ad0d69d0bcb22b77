package lamin.ontology.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lamin.ontology.format.TermFile;

/** Where files of sources are looked for: folders and jars, never the network. */
public final class SourceFiles {
    private final List<Path> folders;

    private SourceFiles(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    public static SourceFiles in(List<Path> folders) {
        return new SourceFiles(folders);
    }

    public Optional<TermFile> find(PublicSource source) {
        throw new UnsupportedOperationException(folders + " " + source);
    }

    /** @throws lamin.schema.LaminException with {@code REFUSED} if it is nowhere; says which file is wanted and from where */
    public TermFile require(PublicSource source) {
        throw new UnsupportedOperationException(folders + " " + source);
    }
}
