package lamin.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import lamin.artifact.Artifacts;
import lamin.artifact.StoredArtifact;
import lamin.content.SourceFile;
import lamin.content.SourceFolder;
import lamin.doctor.Problem.FileWithoutArtifact;
import lamin.doctor.Problem.MissingFile;
import lamin.doctor.Problem.NotWritable;
import lamin.doctor.Problem.PendingRemoval;
import lamin.doctor.Problem.TemporaryFile;
import lamin.doctor.Problem.UnfinishedUpload;
import lamin.doctor.Problem.WrongHash;
import lamin.doctor.Problem.WrongSize;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.instance.StorageRoot;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.storage.FileStore.Stored;

/** Examines the data of an instance: its rows and its files. */
public final class Doctor {
    private static final Set<String> FOLDER_HASHES = Set.of("md5-d");

    private final RecordStore records;
    private final Artifacts artifacts;
    private final StorageRoot storage;
    private final Clock clock;

    public Doctor(RecordStore records, Artifacts artifacts, StorageRoot storage, Clock clock) {
        this.records = records;
        this.artifacts = artifacts;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * What is wrong; nothing is changed.
     *
     * @param isFull whether the content of all files is compared with its hash
     * @param progress receives the numbers of bytes that were read since the last time
     */
    public List<Problem> examine(boolean isFull, LongConsumer progress) {
        var problems = new ArrayList<Problem>();
        problems.addAll(notWritable());
        try {
            problems.addAll(leftovers());
            problems.addAll(files(isFull, progress));
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "cannot read the storage " + storage + ": " + e.getMessage(), e);
        }
        problems.addAll(records.read(connection -> new RowChecks(connection, clock.instant()).problems()));
        return problems;
    }

    private List<Problem> notWritable() {
        var database = records.database().url() instanceof SqliteUrl(var file) ? Stream.of(file) : Stream.<Path>of();
        return Stream.concat(Stream.of(storage.path(), storage.path().resolve(".lamindb")), database)
                .filter(Files::exists)
                .filter(path -> !Files.isWritable(path))
                .<Problem>map(path -> new NotWritable(path.toString()))
                .toList();
    }

    private List<Problem> leftovers() throws IOException {
        var problems = new ArrayList<Problem>();
        var unfinished = artifacts.unfinished();
        unfinished.keySet().forEach(artifact -> problems.add(new UnfinishedUpload(artifact)));
        for (var temporary : artifacts.store().temporaries()) {
            boolean isKnown = unfinished.containsValue(temporary.path());
            if (!isKnown && !temporary.writer().mayBeActive(temporary.modified(), clock.instant())) {
                problems.add(new TemporaryFile(temporary.path()));
            }
        }
        artifacts.pendingRemovals().forEach(path -> problems.add(new PendingRemoval(path)));
        return problems;
    }

    private List<Problem> files(boolean isFull, LongConsumer progress) throws IOException {
        var problems = new ArrayList<Problem>();
        var known = new HashSet<>(artifacts.pendingRemovals());
        var unfinished = artifacts.unfinished().keySet();
        artifacts.forEach(artifact -> {
            known.add(artifact.path());
            if (!unfinished.contains(artifact)) {
                problems.addAll(file(artifact, isFull, progress));
            }
        });
        for (var path : artifacts.store().internal()) {
            if (!known.contains(path) && !isOfInstance(path)) {
                long size = artifacts.store().stat(path).map(Stored::size).orElse(0L);
                problems.add(new FileWithoutArtifact(path, size));
            }
        }
        return problems;
    }

    /** Whether it is the database, what SQLite keeps beside it, or the mark of the storage. */
    private static boolean isOfInstance(String path) {
        var name = path.substring(path.indexOf('/') + 1);
        return name.equals("storage_uid.txt") || name.startsWith("lamin.db") || name.startsWith(".");
    }

    private List<Problem> file(StoredArtifact artifact, boolean isFull, LongConsumer progress) {
        try {
            var found = artifacts.store().stat(artifact.path());
            if (found.isEmpty()) {
                return List.of(new MissingFile(artifact));
            }
            if (artifact.size() != null && artifact.size() != found.get().size()) {
                return List.of(new WrongSize(artifact, found.get().size()));
            }
            return isFull ? content(artifact, progress) : List.of();
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "cannot read " + artifact.path() + " in " + storage + ": " + e.getMessage(), e);
        }
    }

    private List<Problem> content(StoredArtifact artifact, LongConsumer progress) {
        var path = storage.path().resolve(artifact.path());
        var hash = hash(artifact, path, progress);
        return artifact.hash() == null || artifact.hash().equals(hash)
                ? List.of()
                : List.of(new WrongHash(artifact, hash));
    }

    private static String hash(StoredArtifact artifact, Path path, LongConsumer progress) {
        if (FOLDER_HASHES.contains(String.valueOf(artifact.hashType()))) {
            return SourceFolder.at(path).content(progress).hash().text();
        }
        var file = SourceFile.at(path);
        return "md5".equals(artifact.hashType())
                ? file.md5(progress).text()
                : file.content(progress).hash().text();
    }
}
