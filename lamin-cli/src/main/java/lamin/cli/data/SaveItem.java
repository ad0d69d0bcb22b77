package lamin.cli.data;

import java.nio.file.Path;
import lamin.artifact.SaveOptions;
import org.jspecify.annotations.Nullable;

/**
 * A path that a user named.
 *
 * @param path null for the standard input
 * @param isEach whether every file of the folder is an artifact of its own
 * @param schema the schema with which the table must be valid; null if it need not be
 */
record SaveItem(
        @Nullable Path path,
        boolean isEach,
        SaveOptions options,
        @Nullable String schema) {
    String name() {
        return path == null ? "the standard input" : path.toString();
    }
}
