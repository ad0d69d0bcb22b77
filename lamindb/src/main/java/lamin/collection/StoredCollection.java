package lamin.collection;

import lamin.instance.VersionStem;
import org.jspecify.annotations.Nullable;

/**
 * A collection as it is in the database.
 *
 * @param hash of the hashes of its artifacts; null if unknown
 */
public record StoredCollection(
        long id,
        String uid,
        String key,
        @Nullable String description,
        @Nullable String hash,
        boolean isLatest,
        int branch) {
    private static final int TRASH = -1;

    /** The part of the uid that all versions share. */
    public String stem() {
        return VersionStem.of(uid).text();
    }

    public boolean isInTrash() {
        return branch == TRASH;
    }
}
