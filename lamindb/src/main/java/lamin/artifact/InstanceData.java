package lamin.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import lamin.content.ContentHash;
import lamin.content.SourceFile;
import lamin.instance.InstanceDatabase.Completion;
import lamin.instance.Statements;
import lamin.instance.StorageRoot;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.storage.FileStore;

/** The database and the storage of an instance, as artifacts use them. */
final class InstanceData {
    private final RecordStore records;
    private final StorageRoot storage;
    private final FileStore store;
    private boolean hasOwnTables;

    InstanceData(RecordStore records, StorageRoot storage, FileStore store) {
        this.records = records;
        this.storage = storage;
        this.store = store;
    }

    Path root() {
        return storage.path();
    }

    FileStore store() {
        return store;
    }

    interface Reading<T> {
        T of(ArtifactRows rows) throws SQLException;
    }

    interface Writing<T> {
        T of(ArtifactRows rows, RowContext context) throws SQLException;
    }

    interface Change {
        void of(ArtifactRows rows, RowContext context) throws SQLException;
    }

    private synchronized void createOwnTables() {
        if (!hasOwnTables) {
            OwnTables.create(records.database());
            hasOwnTables = !records.database().isInTransaction();
        }
    }

    <T> T read(Reading<T> reading) {
        createOwnTables();
        return records.read(connection -> {
            try (var statements = new Statements(connection)) {
                return reading.of(new ArtifactRows(statements));
            }
        });
    }

    <T> T write(Writing<T> writing) {
        createOwnTables();
        return records.write(writer -> {
            try (var statements = new Statements(writer.connection())) {
                return writing.of(new ArtifactRows(statements), context(writer));
            }
        });
    }

    /** Changes files, after the commit if there is a transaction; without it, {@code otherwise} is called. */
    void onceCommitted(Runnable work, Runnable otherwise) {
        if (!records.database().isInTransaction()) {
            work.run();
            return;
        }
        records.database().atEnd(new Completion() {
            @Override
            public void committed() {
                work.run();
            }

            @Override
            public void rolledBack() {
                otherwise.run();
            }
        });
    }

    boolean isInTransaction() {
        return records.database().isInTransaction();
    }

    void change(Change change) {
        write((rows, context) -> {
            change.of(rows, context);
            return true;
        });
    }

    private RowContext context(RecordWriter writer) throws SQLException {
        var id = writer.query()
                .first("select id from lamindb_storage where root = ?", row -> row.getLong(1), storage.toString());
        return new RowContext(writer, id.orElseThrow(() -> new SQLException("no row for " + storage)));
    }

    /** The SHA-256 of an artifact's file, computed and recorded if another program saved it; empty without the file. */
    Optional<String> sha256(StoredArtifact artifact, LongConsumer progress) {
        var known = read(rows -> rows.sha256(artifact.id()));
        if (known.isPresent()) {
            return known;
        }
        var file = Path.of(artifact.storage()).resolve(artifact.path());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var computed = Optional.ofNullable(SourceFile.at(file).content(progress).sha256());
        computed.ifPresent(sha256 -> change((rows, context) -> rows.recordSha256(artifact.id(), sha256)));
        return computed;
    }

    /** The MD5 of all bytes of a file of any size, from its copy if there is one. */
    ContentHash md5(Prepared prepared, LongConsumer progress) {
        if (prepared.staged() == null && prepared.request().source() instanceof Source.File(var file)) {
            return file.md5(progress);
        }
        var path =
                Objects.requireNonNull(prepared.staged(), "a stream is staged").temporary();
        try (var in = store.open(path)) {
            return ContentHash.md5(in, progress);
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "cannot read " + root().resolve(path) + ": " + e.getMessage(), e);
        }
    }

    RecordStore records() {
        return records;
    }

    CurrentRun run() {
        return records.run();
    }

    /** Whether it is in the storage of this instance. */
    boolean isHere(StoredArtifact artifact) {
        return Path.of(artifact.storage()).equals(root());
    }
}
