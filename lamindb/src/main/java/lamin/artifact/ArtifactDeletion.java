package lamin.artifact;

import java.util.Optional;
import lamin.trash.DeletePlan;
import org.jspecify.annotations.Nullable;

/**
 * What deleting an artifact permanently would do.
 *
 * @param rows what happens to rows
 * @param file the path of the file or folder that is removed, below the root of the storage; null if none is
 * @param isShared whether the file stays because other versions of the artifact have it as well
 */
public record ArtifactDeletion(
        StoredArtifact artifact, DeletePlan rows, @Nullable String file, boolean isShared) {

    /** The bytes that are freed; empty if nothing is removed. */
    public Optional<Long> bytes() {
        return file == null ? Optional.empty() : Optional.ofNullable(artifact.size());
    }
}
