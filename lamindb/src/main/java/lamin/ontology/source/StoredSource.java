package lamin.ontology.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as an instance lists it.
 *
 * @param isCurrentlyUsed whether new records are taken from it by default
 * @param isInDatabase whether all its terms are in the registry
 */
public record StoredSource(
        String uid,
        String entity,
        String organism,
        String name,
        String version,
        boolean isCurrentlyUsed,
        boolean isInDatabase,
        @Nullable String description,
        @Nullable String url,
        @Nullable String website) {

    /** As the row of a source would be. */
    static StoredSource of(PublicSource source) {
        return new StoredSource(
                source.uid(),
                source.entity(),
                source.organism(),
                source.name(),
                source.version(),
                source.isCurrentlyUsed(),
                false,
                source.description(),
                source.url(),
                source.website());
    }

    /** For messages: {@code cl 2026-06-08 (all)}. */
    @Override
    public String toString() {
        return name + " " + version + " (" + organism + ")";
    }

    /** Without what only the module that names it knows. */
    PublicSource asPublic() {
        return new PublicSource(
                entity,
                organism,
                name,
                version,
                isCurrentlyUsed,
                description,
                url,
                website,
                List.of(),
                false,
                List.of());
    }
}
