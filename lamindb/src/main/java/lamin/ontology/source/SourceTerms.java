package lamin.ontology.source;

import lamin.ontology.Terms;
import lamin.ontology.format.TermFile;

/** The terms of a source itself: neither terms that its file imports from other ontologies nor unnamed ones. */
public final class SourceTerms {
    private final PublicSource source;
    private final TermFile file;

    private SourceTerms(PublicSource source, TermFile file) {
        this.source = source;
        this.file = file;
    }

    public static SourceTerms of(PublicSource source, TermFile file) {
        return new SourceTerms(source, file);
    }

    public PublicSource source() {
        return source;
    }

    public TermFile file() {
        return file;
    }

    /** Opens them; close them afterwards. Obsolete terms are among them. */
    public Terms open() {
        return file.open();
    }
}
