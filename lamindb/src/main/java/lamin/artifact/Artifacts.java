package lamin.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lamin.content.SourceFolder;
import lamin.instance.Statements;
import lamin.instance.StorageRoot;
import lamin.instance.VersionStem;
import lamin.record.RecordStore;
import lamin.record.RunLinks;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.model.TableName;
import lamin.storage.FileStore;
import lamin.storage.LocalStore;
import lamin.trash.Trash;

/** The artifacts of an instance and their files. */
public final class Artifacts {
    private static final TableName TABLE = TableName.of("lamindb_artifact");

    private final InstanceData instance;
    private final Trash trash;

    public Artifacts(RecordStore records, StorageRoot storage) {
        this(records, storage, new LocalStore(storage.path()));
    }

    /** With files in another store than the folder. */
    Artifacts(RecordStore records, StorageRoot storage, FileStore store) {
        this.instance = new InstanceData(records, storage, store);
        this.trash = new Trash(records);
    }

    private static void ignore(long bytes) {}

    /**
     * Registers a file or a folder and copies it into the storage, unless it is below its root. Content that the instance has
     * is not added again; other content under a key that is in use becomes a new version.
     *
     * @throws LaminException with {@code USAGE} if there is no such file or the key cannot be one, with {@code REFUSED} if the
     *     same content is in the trash, with {@code FAILURE} if the file changes meanwhile or cannot be read or copied; nothing
     *     is saved then
     */
    public SavedArtifact save(Path path, SaveOptions options) {
        return save(path, options, Artifacts::ignore);
    }

    /**
     * The same, with progress.
     *
     * @param progress receives the numbers of bytes that were read since the last time, from several threads
     */
    public SavedArtifact save(Path path, SaveOptions options, LongConsumer progress) {
        return new Saving(instance, progress).run(SaveRequest.of(path, instance.root(), options));
    }

    /** Saves bytes as a file with that name. */
    public SavedArtifact save(byte[] bytes, String fileName, SaveOptions options) {
        return save(new ByteArrayInputStream(bytes), fileName, options);
    }

    /** Saves the rest of a stream as a file with that name. The stream stays open. */
    public SavedArtifact save(InputStream in, String fileName, SaveOptions options) {
        var key =
                options.key() == null ? null : ArtifactKey.parse(options.key()).text();
        return new Saving(instance, Artifacts::ignore)
                .run(new SaveRequest(new Source.Stream(in, fileName), new Place(key, false), options));
    }

    /**
     * Saves each file below a folder as an artifact of its own. The key of the options precedes the paths of the files in the
     * folder; without one their keys are these paths.
     *
     * @return in the order of the paths
     */
    public List<SavedArtifact> saveEach(Path folder, SaveOptions options, LongConsumer progress) {
        var files = SourceFolder.at(folder);
        var prefix = options.key() == null ? "" : options.key() + "/";
        return new Saving(instance, progress)
                .run(files.files().stream()
                        .map(file -> SaveRequest.of(
                                file.path(), instance.root(), options.withKey(prefix + files.name(file))))
                        .toList());
    }

    /** The artifact with that uid, or the latest version of the artifact with that key or stem. */
    public Optional<StoredArtifact> find(String text) {
        return instance.read(rows -> {
            var withUid = rows.withUid(text);
            if (withUid.isPresent()) {
                return withUid;
            }
            var ofKey = rows.latestOfKey(text).stream().findFirst();
            return ofKey.isPresent()
                    ? ofKey
                    : rows.versions(new VersionStem(text)).reversed().stream().findFirst();
        });
    }

    /** The artifact that has a file or folder: the one whose path it is, or one with its content. */
    public Optional<StoredArtifact> of(Path path) {
        var request = SaveRequest.of(path, instance.root(), SaveOptions.NONE);
        if (request.place().isInStorage()) {
            var ofKey = find(String.valueOf(request.key()));
            if (ofKey.isPresent()) {
                return ofKey;
            }
        }
        return new Saving(instance, Artifacts::ignore).known(request);
    }

    /** The artifact with that uid, key or stem, like {@link #find}; fails if there is none. */
    public StoredArtifact get(String text) {
        return find(text)
                .orElseThrow(
                        () -> new LaminException(ErrorCode.USAGE, "there is no artifact with the key or uid " + text));
    }

    /** All versions of an artifact, the first one first. */
    public List<StoredArtifact> versions(StoredArtifact artifact) {
        return instance.read(rows -> rows.versions(VersionStem.of(artifact.uid())));
    }

    /**
     * The file or folder of an artifact, without a copy. In a run, the artifact becomes one of its inputs.
     *
     * @throws LaminException with {@code FAILURE} if it is missing or was not saved completely
     */
    public Path path(StoredArtifact artifact) {
        var path = Path.of(artifact.storage()).resolve(artifact.path());
        if (!Files.exists(path)) {
            var isUnfinished = instance.read(rows -> rows.upload(artifact.id())).isPresent();
            if (isUnfinished && instance.isInTransaction()) {
                throw new LaminException(
                        ErrorCode.USAGE,
                        "the file of artifact " + artifact.uid()
                                + " is not in its place before the transaction is committed",
                        new Advice("read it after the transaction"));
            }
            throw new LaminException(
                    ErrorCode.FAILURE,
                    (isUnfinished
                                    ? "artifact " + artifact.uid() + " was not saved completely: "
                                    : "a file is missing: ")
                            + path,
                    new Advice(
                            isUnfinished ? "save the same file again" : "restore it from a backup, or save it again"));
        }
        if (instance.run().uid().isPresent()) {
            instance.change((rows, context) -> RunLinks.input(context.writer(), artifact.id()));
        }
        return path;
    }

    /** The bytes of the file of an artifact. In a run, the artifact becomes one of its inputs. */
    public InputStream open(StoredArtifact artifact) {
        var path = path(artifact);
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Moves an artifact to the trash. Its file stays. If it was the latest version, the one before it becomes the latest. */
    public void trash(StoredArtifact artifact) {
        trash.move(TABLE, artifact.uid());
    }

    /** Moves an artifact back from the trash. */
    public void restore(StoredArtifact artifact) {
        trash.restore(TABLE, artifact.uid());
    }

    /**
     * What deleting an artifact permanently would do.
     *
     * @param withOwnFile whether a file that was in the storage before it was saved is removed, too
     */
    public ArtifactDeletion planDelete(StoredArtifact artifact, boolean withOwnFile) {
        boolean isShared = artifact.isOverwritten() && versions(artifact).size() > 1;
        boolean isRemoved = instance.isHere(artifact) && !isShared && (withOwnFile || artifact.hasVirtualKey());
        return new ArtifactDeletion(
                artifact, trash.plan(TABLE, artifact.uid()), isRemoved ? artifact.path() : null, isShared);
    }

    /**
     * Deletes an artifact permanently: its row first, then its file. A file that cannot be removed is remembered. In a
     * transaction, the file is removed after the commit.
     *
     * @param allowedInputs the uids of artifacts that may be deleted although runs had them as inputs
     * @return whether the file is gone, if it was to be removed; true in a transaction
     * @throws LaminException with {@code REFUSED} if it is another input, or rows cannot be without it
     */
    public boolean delete(ArtifactDeletion plan, Set<String> allowedInputs) {
        instance.read(ArtifactRows::removals);
        trash.delete(plan.rows(), allowedInputs, writer -> {
            try (var statements = new Statements(writer.connection())) {
                var rows = new ArtifactRows(statements);
                rows.forget(plan.artifact().id());
                if (plan.file() != null) {
                    rows.beginRemoval(plan.file());
                }
            }
        });
        var file = plan.file();
        if (file != null && instance.isInTransaction()) {
            instance.onceCommitted(() -> remove(file), () -> {});
            return true;
        }
        return file == null || remove(file);
    }

    /** Removes a file that no artifact has any more; false if that fails. */
    public boolean remove(String path) {
        try {
            instance.store().delete(path);
        } catch (IOException e) {
            return false;
        }
        instance.change((rows, context) -> rows.endRemoval(path));
        return true;
    }

    /** The paths of files of deleted artifacts that could not be removed. */
    public List<String> pendingRemovals() {
        return instance.read(ArtifactRows::removals);
    }

    /** The artifacts whose files are not in their place, with the temporary paths of their files. */
    public Map<StoredArtifact, String> unfinished() {
        return instance.read(ArtifactRows::uploads);
    }

    /** Puts the file of an unfinished artifact in its place; false if the file is missing. */
    public boolean finish(StoredArtifact artifact) {
        return new Saving(instance, Artifacts::ignore).finish(artifact);
    }

    /** The files of this storage. */
    public FileStore store() {
        return instance.store();
    }

    /** Passes all artifacts in this storage, in the order of their ids, of which few are held in memory. */
    public void forEach(Consumer<StoredArtifact> action) {
        long last = 0;
        for (var page = page(last); !page.isEmpty(); page = page(last)) {
            page.stream().filter(instance::isHere).forEach(action);
            last = page.getLast().id();
        }
    }

    private List<StoredArtifact> page(long after) {
        return instance.read(rows -> rows.after(after));
    }
}
