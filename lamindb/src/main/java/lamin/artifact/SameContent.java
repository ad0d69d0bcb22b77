package lamin.artifact;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import lamin.content.Content;

/**
 * Finds artifacts with the same content. The hash of a large file does not cover all of its bytes, so their SHA-256 is
 * compared as well.
 */
record SameContent(InstanceData instance, LongConsumer progress) {

    /** The hash of a large file need not be its own; another file with the same one makes it the hash of all bytes. */
    Content distinct(Prepared prepared, ArtifactRows rows) throws SQLException {
        var content = prepared.content();
        if (content.isHashCertain()) {
            return content;
        }
        boolean isTaken = rows.withHash(content.hash().text()).stream().anyMatch(other -> !isSame(other, content));
        return isTaken ? content.withHash(instance.md5(prepared, progress)) : content;
    }

    /** The artifact with this content that is not in the trash. Files may be read for it. */
    Optional<StoredArtifact> find(Prepared prepared, ArtifactRows rows) throws SQLException {
        var content = prepared.content();
        return candidates(prepared, rows).stream()
                .filter(candidate -> isSame(candidate, content))
                .findFirst();
    }

    private boolean isSame(StoredArtifact candidate, Content content) {
        return content.isHashCertain()
                || instance.sha256(candidate, progress)
                        .filter(sha256 -> sha256.equals(content.sha256()))
                        .isPresent();
    }

    /** The same in a transaction, which reads no file: what it would have to read was read before. */
    static Optional<StoredArtifact> findKnown(Prepared prepared, ArtifactRows rows) throws SQLException {
        var content = prepared.content();
        for (var candidate : candidates(prepared, rows)) {
            if (content.isHashCertain()) {
                return Optional.of(candidate);
            }
            var sha256 = rows.sha256(candidate.id()).orElseThrow(TakenException::new);
            if (sha256.equals(content.sha256())) {
                return Optional.of(candidate);
            }
            throw new TakenException();
        }
        return Optional.empty();
    }

    /** Empty files are all alike and yet not the same, unless they have the same key. */
    private static List<StoredArtifact> candidates(Prepared prepared, ArtifactRows rows) throws SQLException {
        var content = prepared.content();
        boolean isEmptyFile = content.size() == 0 && !content.isFolder();
        return rows.withHash(content.hash().text()).stream()
                .filter(candidate -> !candidate.isInTrash())
                .filter(candidate -> !isEmptyFile
                        || Objects.equals(candidate.key(), prepared.request().key()))
                .toList();
    }
}
