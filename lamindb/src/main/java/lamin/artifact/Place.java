package lamin.artifact;

import java.io.IOException;
import java.nio.file.Path;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.storage.LocalStore;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact belongs: a file that is already below the root of the storage stays there, and its path is its key;
 * others are copied.
 */
record Place(@Nullable String key, boolean isInStorage) {
    static Place of(Path source, Path root, @Nullable String givenKey) {
        var key = givenKey == null ? null : ArtifactKey.parse(givenKey).text();
        try {
            var real = source.toRealPath();
            var realRoot = root.toRealPath();
            if (!real.startsWith(realRoot) || real.startsWith(realRoot.resolve(LocalStore.INTERNAL))) {
                return new Place(key, false);
            }
            return new Place(inStorage(realRoot.relativize(real), key), true);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot find " + source + ": " + e.getMessage(), e);
        }
    }

    private static String inStorage(Path relative, @Nullable String key) {
        var own = ArtifactKey.of(relative).text();
        if (key != null && !key.equals(own)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the file is in the storage already, where its key is " + own + "; another key was given: " + key);
        }
        return own;
    }
}
