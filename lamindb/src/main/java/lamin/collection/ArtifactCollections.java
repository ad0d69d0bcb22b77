package lamin.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lamin.artifact.StoredArtifact;
import lamin.instance.Query;
import lamin.instance.VersionStem;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** The collections of an instance. */
public final class ArtifactCollections {
    private static final int MOST_LETTERS = 255;

    private final RecordStore store;
    private final Function<String, StoredArtifact> artifacts;

    /** @param artifacts finds an artifact by its uid */
    public ArtifactCollections(RecordStore store, Function<String, StoredArtifact> artifacts) {
        this.store = store;
        this.artifacts = artifacts;
    }

    /** The same without a description. */
    public SavedCollection save(String key, List<StoredArtifact> members) {
        return save(key, members, null);
    }

    /**
     * Saves artifacts as a collection. Other artifacts under a key that is in use become a new version.
     *
     * @param description null for that of the version before
     * @throws LaminException with {@code USAGE} if there are no artifacts or one is in the trash, with {@code REFUSED} if
     *     the same collection is in the trash
     */
    public SavedCollection save(String key, List<StoredArtifact> members, @Nullable String description) {
        requireKey(key);
        requireArtifacts(members);
        var distinct = members.stream().distinct().toList();
        return store.write(writer -> new CollectionSaving(writer, key, description).save(distinct));
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > MOST_LETTERS) {
            throw new LaminException(
                    ErrorCode.USAGE, "a collection needs a key of 1 to " + MOST_LETTERS + " characters, found: " + key);
        }
    }

    private static void requireArtifacts(List<StoredArtifact> members) {
        if (members.isEmpty()) {
            throw new LaminException(ErrorCode.USAGE, "a collection needs at least one artifact");
        }
        for (var artifact : members) {
            if (artifact.isInTrash()) {
                throw new LaminException(ErrorCode.USAGE, "artifact " + artifact.uid() + " is in the trash");
            }
        }
    }

    /** A new version with these artifacts in addition. */
    public SavedCollection append(StoredCollection collection, List<StoredArtifact> more) {
        var members = new ArrayList<StoredArtifact>();
        artifacts(collection).forEach(member -> members.add(artifacts.apply(member.uid())));
        members.addAll(more);
        return save(collection.key(), members);
    }

    /** The collection with that uid, or the latest version of the collection with that key or stem. */
    public Optional<StoredCollection> find(String text) {
        return store.read(connection -> {
            var table = new CollectionTable(new Query(connection));
            var withUid = table.withUid(text);
            if (withUid.isPresent()) {
                return withUid;
            }
            var ofKey = table.latest(text);
            return ofKey.isPresent()
                    ? ofKey
                    : table.versions(new VersionStem(text)).reversed().stream().findFirst();
        });
    }

    /** The same; fails if there is none. */
    public StoredCollection get(String text) {
        return find(text)
                .orElseThrow(() ->
                        new LaminException(ErrorCode.USAGE, "there is no collection with the key or uid " + text));
    }

    /** All versions of a collection, the first one first. */
    public List<StoredCollection> versions(StoredCollection collection) {
        return store.read(
                connection -> new CollectionTable(new Query(connection)).versions(VersionStem.of(collection.uid())));
    }

    /** Its artifacts, in the order in which they were given. */
    public List<CollectedArtifact> artifacts(StoredCollection collection) {
        return store.read(connection -> new CollectionTable(new Query(connection)).artifacts(collection.id()));
    }

    /** The latest versions of all collections, by key. */
    public List<StoredCollection> list() {
        return store.read(connection -> new CollectionTable(new Query(connection)).latest());
    }
}
