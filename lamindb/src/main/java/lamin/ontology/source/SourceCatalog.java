package lamin.ontology.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import lamin.module.SchemaDeployment;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The public sources that schema modules name, in the order of their files {@code sources.csv}. */
public record SourceCatalog(List<CatalogEntry> entries) {
    /** The file beside a module's {@code package-info.java}. */
    public static final String FILE = "sources.csv";

    public SourceCatalog {
        entries = List.copyOf(entries);
    }

    /** The sources of these modules. */
    public static SourceCatalog of(SchemaDeployment deployment, SortedSet<String> modules) {
        var entries = new ArrayList<CatalogEntry>();
        deployment.resources(modules, FILE).forEach(file -> entries.addAll(read(file)));
        return new SourceCatalog(entries);
    }

    private static List<CatalogEntry> read(URL file) {
        try {
            // a cached connection would keep the jar open
            var connection = file.openConnection();
            connection.setUseCaches(false);
            try (var stream = connection.getInputStream()) {
                return read(stream, file.toString());
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** @param name what messages call the stream */
    static List<CatalogEntry> read(InputStream stream, String name) {
        return new CatalogFile(name).read(stream);
    }

    /** The newest versions: the sources that every instance gets. */
    public List<PublicSource> newest() {
        return entries.stream().map(CatalogEntry::newest).toList();
    }

    /** All versions of the sources of a registry, such as {@code bionty.CellType}. */
    public List<PublicSource> of(String entity) {
        return entries.stream()
                .filter(entry -> entry.newest().entity().equals(entity))
                .flatMap(entry -> entry.all().stream())
                .toList();
    }

    /**
     * The source in a version, which the module need not know: for the row of an instance that someone added. Empty if no
     * module has a source with this name for this registry and organism.
     */
    public Optional<PublicSource> find(String entity, String organism, String name, String version) {
        return entries.stream()
                .filter(entry -> entry.newest().entity().equals(entity)
                        && entry.newest().organism().equals(organism)
                        && entry.newest().name().equals(name))
                .findFirst()
                .map(entry -> entry.at(version));
    }
}
