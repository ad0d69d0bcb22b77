package lamin.artifact;

import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * How a file or folder is saved.
 *
 * @param key the path by which users refer to it; other content under the same key becomes a new version
 * @param kind {@code dataset}, {@code model}, {@code plan} or another word of at most 20 characters
 * @param revises the uid of an artifact of which this is a new version, whatever its key
 * @param isOutput whether it is recorded as an output of the current run
 */
public record SaveOptions(
        @Nullable String key,
        @Nullable String description,
        @Nullable String kind,
        @Nullable String revises,
        boolean isOutput) {
    public static final SaveOptions NONE = new SaveOptions(null, null, null, null, true);

    private static final int LONGEST_KIND = 20;

    public SaveOptions {
        if (kind != null && kind.length() > LONGEST_KIND) {
            throw new LaminException(
                    ErrorCode.USAGE, "the kind \"" + kind + "\" is longer than " + LONGEST_KIND + " characters");
        }
    }

    public static SaveOptions key(String key) {
        return NONE.withKey(key);
    }

    public SaveOptions withKey(String newKey) {
        return new SaveOptions(newKey, description, kind, revises, isOutput);
    }

    public SaveOptions description(String newDescription) {
        return new SaveOptions(key, newDescription, kind, revises, isOutput);
    }

    public SaveOptions kind(String newKind) {
        return new SaveOptions(key, description, newKind, revises, isOutput);
    }

    public SaveOptions revises(String uid) {
        return new SaveOptions(key, description, kind, uid, isOutput);
    }

    /** Not recorded as an output of the current run. */
    public SaveOptions untracked() {
        return new SaveOptions(key, description, kind, revises, false);
    }
}
