package lamin.collection;

import org.jspecify.annotations.Nullable;

/**
 * An artifact in a collection.
 *
 * @param size in bytes; null if unknown
 */
public record CollectedArtifact(
        long id,
        String uid,
        @Nullable String key,
        String suffix,
        @Nullable Long size,
        @Nullable String hash) {}
