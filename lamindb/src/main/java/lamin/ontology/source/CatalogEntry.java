package lamin.ontology.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A public ontology or table as a module names it, in all its versions.
 *
 * @param newest the version that instances get at first
 * @param olderVersions other versions, newest first; versions that are not among them may exist
 * @param urlPattern the url of any version, with {@code {version}} in its place
 */
public record CatalogEntry(
        PublicSource newest,
        List<String> olderVersions,
        @Nullable String urlPattern) {
    static final String VERSION = "{version}";

    public CatalogEntry {
        olderVersions = List.copyOf(olderVersions);
    }

    /** The source in some version. An older one is not used by default. */
    public PublicSource at(String version) {
        return version.equals(newest.version())
                ? newest
                : newest.inVersion(version, urlPattern == null ? null : urlPattern.replace(VERSION, version));
    }

    /** All versions that the module names. */
    public List<PublicSource> all() {
        return Stream.concat(Stream.of(newest), olderVersions.stream().map(this::at))
                .toList();
    }
}
