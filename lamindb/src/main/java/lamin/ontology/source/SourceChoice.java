package lamin.ontology.source;

import org.jspecify.annotations.Nullable;

/**
 * Which source of a registry is meant. What is null does not matter.
 *
 * @param name the short name of the ontology, such as {@code cl}
 */
public record SourceChoice(
        @Nullable String name,
        @Nullable String version,
        @Nullable String organism) {
    /** The one from which new records are taken. */
    public static final SourceChoice CURRENT = new SourceChoice(null, null, null);

    public SourceChoice inVersion(String newVersion) {
        return new SourceChoice(name, newVersion, organism);
    }

    boolean fits(StoredSource source) {
        return (name == null || name.equals(source.name())) && (organism == null || organism.equals(source.organism()));
    }
}
