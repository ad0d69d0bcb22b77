package lamin.collection;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.artifact.StoredArtifact;
import lamin.collection.SavedCollection.Outcome;
import lamin.instance.VersionStem;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lnschema_core.Md5;
import org.jspecify.annotations.Nullable;

/**
 * Saves a collection in a transaction.
 *
 * @param description null for that of the version before
 */
record CollectionSaving(
        RecordWriter writer, String key, @Nullable String description) {
    private static final int STEM = 16;

    SavedCollection save(List<StoredArtifact> artifacts) throws SQLException {
        writer.lock("lamin.collection." + key);
        var table = new CollectionTable(writer.query());
        var hash = hash(artifacts);
        var existing = table.withContent(key, hash);
        if (existing.isPresent()) {
            refuseTrash(existing.get());
            return new SavedCollection(existing.get(), Outcome.EXISTING);
        }
        var previous = table.latest(key);
        var uid = uid(table, previous);
        long id = insert(uid, hash, previous);
        link(id, artifacts);
        return new SavedCollection(
                table.withUid(uid).orElseThrow(), previous.isPresent() ? Outcome.NEW_VERSION : Outcome.NEW);
    }

    /** Of the set of the artifacts' hashes, as in LaminDB: their order does not count. */
    static String hash(List<StoredArtifact> artifacts) {
        return Md5.base64(artifacts.stream()
                .map(StoredArtifact::hash)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining(":")));
    }

    private static void refuseTrash(StoredCollection existing) {
        if (existing.isInTrash()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "the same collection is in the trash: " + existing.uid() + "\nnothing was saved",
                    new Advice("restore it, or delete it permanently"));
        }
    }

    private static String uid(CollectionTable table, Optional<StoredCollection> previous) throws SQLException {
        return previous.isEmpty()
                ? VersionStem.first(STEM)
                : VersionStem.next(table.versions(VersionStem.of(previous.get().uid()))
                        .getLast()
                        .uid());
    }

    private long insert(String uid, String hash, Optional<StoredCollection> previous) throws SQLException {
        if (previous.isPresent()) {
            writer.update(
                    "update lamindb_collection set is_latest = false where id = ?",
                    previous.get().id());
        }
        return writer.record("lamindb_collection")
                .with("uid", uid)
                .with("key", key)
                .with(
                        "description",
                        description != null
                                ? description
                                : previous.map(StoredCollection::description).orElse(null))
                .with("hash", hash)
                .with("is_latest", true)
                .insertNumbered(writer.connection());
    }

    private void link(long id, List<StoredArtifact> artifacts) throws SQLException {
        for (var artifact : artifacts) {
            writer.link("lamindb_collectionartifact")
                    .with("collection_id", id)
                    .with("artifact_id", artifact.id())
                    .insert(writer.connection());
        }
    }
}
