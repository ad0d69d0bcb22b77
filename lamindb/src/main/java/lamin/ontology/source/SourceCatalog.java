package lamin.ontology.source;

import java.util.List;

/** The sources that schema modules name. */
public record SourceCatalog(List<PublicSource> sources) {
    public SourceCatalog {
        sources = List.copyOf(sources);
    }
}
