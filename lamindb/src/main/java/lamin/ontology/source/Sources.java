package lamin.ontology.source;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.instance.Database;
import lamin.instance.Query;
import lamin.ontology.format.TermFile;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;

/** The sources of an instance, and where their terms are. Nothing is fetched unless {@link #download} is called. */
public final class Sources {
    private final Database database;
    private final SourceCatalog catalog;
    private final SourceFiles files;

    public Sources(Database database, SourceCatalog catalog, SourceFiles files) {
        this.database = database;
        this.catalog = catalog;
        this.files = files;
    }

    /** The same, looking for files in this folder first. */
    public Sources lookingIn(Path folder) {
        return new Sources(database, catalog, files.with(folder));
    }

    /** All that the instance lists, by registry. */
    public List<StoredSource> list() {
        var sql =
                "select uid, entity, organism, name, version, currently_used, in_db, description, url, source_website from "
                        + SourceRows.TABLE.name() + " where branch_id <> -1 order by entity, organism, name, id";
        return database.read(connection -> new Query(connection).list(sql, Sources::stored));
    }

    private static StoredSource stored(ResultSet row) throws SQLException {
        return new StoredSource(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    /** Whether the terms of a source are on this machine. */
    public boolean isHere(StoredSource source) {
        return files.isHere(published(source));
    }

    private PublicSource published(StoredSource source) {
        return catalog.find(source.entity(), source.organism(), source.name(), source.version())
                .orElseGet(source::asPublic);
    }

    /**
     * One source of a registry: in the version that is asked for, otherwise in the one that is currently used.
     *
     * @param registry such as {@code bionty.CellType}
     * @throws LaminException with {@code USAGE} if there is none or the choice is not clear
     */
    public PublicSource choose(String registry, SourceChoice choice) {
        var known = known(registry);
        var fitting = known.stream().filter(choice::fits).toList();
        var version = choice.version();
        if (version != null) {
            var exact = fitting.stream()
                    .filter(source -> source.version().equals(version))
                    .toList();
            return exact.isEmpty() ? otherVersion(registry, known, fitting, version) : only(registry, exact);
        }
        var used = fitting.stream().filter(StoredSource::isCurrentlyUsed).toList();
        return only(registry, used.isEmpty() ? orNone(registry, known, fitting) : used);
    }

    /** Those that the instance lists; if it is older than the list, those that its modules name. */
    private List<StoredSource> known(String registry) {
        var listed = list().stream()
                .filter(source -> source.entity().equals(registry))
                .toList();
        return listed.isEmpty()
                ? catalog.newest().stream()
                        .filter(source -> source.entity().equals(registry))
                        .map(StoredSource::of)
                        .toList()
                : listed;
    }

    /** A version that the instance does not list yet. */
    private PublicSource otherVersion(
            String registry, List<StoredSource> known, List<StoredSource> fitting, String version) {
        var used = fitting.stream().filter(StoredSource::isCurrentlyUsed).toList();
        var model = only(registry, used.isEmpty() ? orNone(registry, known, fitting) : used);
        return catalog.find(registry, model.organism(), model.name(), version)
                .orElseGet(() -> model.inVersion(version, urlOf(model)));
    }

    /** Null if it names the version that it is of. */
    private static @Nullable String urlOf(PublicSource model) {
        var url = model.url();
        return url == null || url.contains(model.version()) ? null : url;
    }

    private PublicSource only(String registry, List<StoredSource> sources) {
        if (sources.size() > 1) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    registry + " has several sources: " + names(sources),
                    new Advice("choose one by its name, its organism or its version"));
        }
        return published(sources.getFirst());
    }

    private static List<StoredSource> orNone(String registry, List<StoredSource> known, List<StoredSource> fitting) {
        if (fitting.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    known.isEmpty()
                            ? "this instance lists no source of " + registry
                            : registry + " has no such source; it has " + names(known));
        }
        return fitting;
    }

    private static String names(List<StoredSource> sources) {
        return sources.stream().map(StoredSource::toString).collect(Collectors.joining(", "));
    }

    /**
     * The terms of a source, from where they are on this machine.
     *
     * @throws LaminException with {@code REFUSED} if they are not here; it names the wanted file and its origin
     */
    public SourceTerms terms(PublicSource source) {
        return new SourceTerms(source, files.require(source));
    }

    /** The terms of a source, if they are on this machine. */
    public Optional<SourceTerms> termsIfHere(PublicSource source) {
        return files.find(source).map(file -> new SourceTerms(source, file));
    }

    /** The terms of a source, from this file. */
    public SourceTerms terms(PublicSource source, Path file) {
        return new SourceTerms(source, new TermFile(file));
    }

    /** Fetches the terms of a source from its url. */
    public Download download(PublicSource source) {
        return files.download(source);
    }
}
