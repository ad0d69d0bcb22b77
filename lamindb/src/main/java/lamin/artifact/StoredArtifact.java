package lamin.artifact;

import lamin.instance.VersionStem;
import lamin.storage.LocalStore;
import org.jspecify.annotations.Nullable;

/**
 * An artifact as it is in the database.
 *
 * @param key null if it has none
 * @param realKey the path in the storage if it is neither the key nor made of the uid
 * @param suffix the extension of its format; empty if the format is unknown
 * @param size in bytes; null if unknown
 * @param hash null if unknown
 * @param files the number of files of a folder; null for a file
 * @param storage the root of its storage
 */
public record StoredArtifact(
        long id,
        String uid,
        @Nullable String key,
        @Nullable String realKey,
        @Nullable String description,
        String suffix,
        @Nullable String kind,
        @Nullable Long size,
        @Nullable String hash,
        @Nullable String hashType,
        @Nullable Long files,
        boolean isLatest,
        boolean hasVirtualKey,
        boolean isOverwritten,
        int branch,
        String storage) {
    private static final int TRASH = -1;

    /** The part of the uid that all versions share. */
    public String stem() {
        return VersionStem.of(uid).text();
    }

    public boolean isInTrash() {
        return branch == TRASH;
    }

    /** The path of its file or folder below the root of its storage, with slashes. */
    public String path() {
        if (realKey != null) {
            return realKey;
        }
        return hasVirtualKey || key == null ? internalPath(isOverwritten ? stem() : uid, suffix) : key;
    }

    static String internalPath(String name, String suffix) {
        return LocalStore.INTERNAL + "/" + name + suffix;
    }

    /** How people recognise it: its key, otherwise its description or its uid. */
    public String name() {
        return key != null ? key : description != null ? description : uid;
    }
}
