package lamin.cli.data;

import java.util.LinkedHashMap;
import java.util.Map;
import lamin.artifact.StoredArtifact;
import lamin.content.ByteSize;
import org.jspecify.annotations.Nullable;

/** Artifacts as text and as JSON. */
final class ArtifactText {
    private ArtifactText() {}

    /** The name, size and number of files. */
    static String line(StoredArtifact artifact) {
        var files = artifact.files();
        return artifact.name() + "  " + size(artifact.size())
                + (files == null ? "" : files == 1 ? ", 1 file" : ", " + files + " files");
    }

    static String size(@Nullable Long bytes) {
        return bytes == null ? "unknown size" : ByteSize.text(bytes);
    }

    static Map<String, Object> json(StoredArtifact artifact) {
        var map = new LinkedHashMap<String, Object>();
        map.put("uid", artifact.uid());
        map.put("key", artifact.key());
        map.put("description", artifact.description());
        map.put("suffix", artifact.suffix());
        map.put("kind", artifact.kind());
        map.put("size", artifact.size());
        map.put("hash", artifact.hash());
        map.put("hash_type", artifact.hashType());
        map.put("n_files", artifact.files());
        map.put("is_latest", artifact.isLatest());
        map.put("storage", artifact.storage());
        map.put("path", artifact.path());
        return map;
    }
}
