package lamin.artifact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import lamin.artifact.ArtifactRows.NewArtifact;
import lamin.content.Content;
import lamin.instance.VersionStem;
import lamin.record.RecordWriter;
import lamin.record.RunLinks;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.DeleteRecord;
import lamin.schema.Remedy.RestoreRecord;
import lamin.schema.Remedy.Retry;
import org.jspecify.annotations.Nullable;

/** Adds the rows of prepared content in one transaction, in which no file is read. */
final class Registration {
    /** Other programs do not take the locks; what they add in between is seen by the next attempt. */
    private static final int ATTEMPTS = 50;

    /** So that many files need few locks. */
    private static final int LOCKS = 64;

    private static final int STEM = 16;

    private final InstanceData instance;
    private final LongConsumer progress;

    Registration(InstanceData instance, LongConsumer progress) {
        this.instance = instance;
        this.progress = progress;
    }

    List<SavedArtifact> of(List<Prepared> prepared) {
        for (int attempt = 1; ; attempt++) {
            try {
                var current = attempt == 1 ? prepared : distinct(prepared);
                return instance.write((rows, context) -> add(current, rows, context));
            } catch (TakenException e) {
                if (attempt == ATTEMPTS) {
                    throw new LaminException(
                            ErrorCode.BUSY,
                            "other programs keep adding the same artifacts\nnothing was saved",
                            new Retry());
                }
            }
        }
    }

    /** With other hashes for large files whose hashes were taken meanwhile. */
    private List<Prepared> distinct(List<Prepared> prepared) {
        return instance.read(rows -> {
            var distinct = new ArrayList<Prepared>();
            for (var each : prepared) {
                distinct.add(each.withContent(new SameContent(instance, progress).distinct(each, rows)));
            }
            return distinct;
        });
    }

    private List<SavedArtifact> add(List<Prepared> prepared, ArtifactRows rows, RowContext context)
            throws SQLException {
        lock(prepared, context.writer());
        var saved = new ArrayList<SavedArtifact>();
        for (var each : prepared) {
            saved.add(add(each, rows, context));
        }
        return saved;
    }

    /** Always in the same order, so that two processes do not wait for each other. */
    private static void lock(List<Prepared> prepared, RecordWriter writer) throws SQLException {
        var numbers = new TreeSet<Integer>();
        for (var each : prepared) {
            numbers.add(Math.floorMod(each.content().hash().text().hashCode(), LOCKS));
            if (each.request().key() != null) {
                numbers.add(Math.floorMod(each.request().key().hashCode(), LOCKS));
            }
        }
        for (int number : numbers) {
            writer.lock("artifact " + number);
        }
    }

    private SavedArtifact add(Prepared prepared, ArtifactRows rows, RowContext context) throws SQLException {
        var known = SameContent.findKnown(prepared, rows);
        if (known.isPresent()) {
            if (prepared.request().options().isOutput()) {
                RunLinks.output(context.writer(), known.get().id());
            }
            return new SavedArtifact(known.get(), SavedArtifact.Outcome.EXISTING);
        }
        var request = prepared.request();
        refuseTrash(request, prepared.content(), rows);
        var previous = previous(request, rows);
        var uid = VersionStem.first(STEM);
        if (previous.isPresent()) {
            var stem = VersionStem.of(previous.get().uid());
            rows.supersede(stem);
            uid = VersionStem.next(rows.versions(stem).getLast().uid());
        }
        long id = insert(rows, newArtifact(uid, prepared, previous), context);
        if (prepared.content().sha256() != null) {
            rows.recordSha256(id, prepared.content().sha256());
        }
        if (prepared.staged() != null) {
            rows.beginUpload(id, prepared.staged().temporary());
        }
        return new SavedArtifact(
                rows.withUid(uid).orElseThrow(),
                previous.isPresent() ? SavedArtifact.Outcome.NEW_VERSION : SavedArtifact.Outcome.NEW);
    }

    /**
     * A new version keeps the key and the description of the one before, unless it has its own. Without either, the name of
     * the file describes it.
     */
    private static NewArtifact newArtifact(String uid, Prepared prepared, Optional<StoredArtifact> previous) {
        var request = prepared.request();
        var options = request.options();
        var key = orElse(request.key(), previous.map(StoredArtifact::key));
        var description = orElse(options.description(), previous.map(StoredArtifact::description));
        return new NewArtifact(
                uid,
                key,
                key == null && description == null ? request.source().fileName() : description,
                !request.place().isInStorage(),
                options,
                request.suffix(),
                prepared.content());
    }

    private static @Nullable String orElse(@Nullable String own, Optional<String> inherited) {
        return own == null ? inherited.orElse(null) : own;
    }

    /** The database does not allow a second artifact with this key and content, whether in the trash or not. */
    private void refuseTrash(SaveRequest request, Content content, ArtifactRows rows) throws SQLException {
        for (var other : rows.withHash(content.hash().text())) {
            if (other.isInTrash() && Objects.equals(other.key(), request.key()) && instance.isHere(other)) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "the same content is in the trash: artifact " + other.uid() + "\nnothing was saved",
                        new RestoreRecord("artifact", other.uid()),
                        new DeleteRecord("artifact", other.uid()));
            }
        }
    }

    private long insert(ArtifactRows rows, NewArtifact artifact, RowContext context) throws SQLException {
        try {
            return rows.insert(artifact, context);
        } catch (SQLException e) {
            if (instance.records().database().isTakenKey(e)) {
                throw new TakenException();
            }
            throw e;
        }
    }

    /** The latest version of what is revised. */
    private Optional<StoredArtifact> previous(SaveRequest request, ArtifactRows rows) throws SQLException {
        var revises = request.options().revises();
        if (revises != null) {
            var revised = rows.withUid(revises)
                    .orElseThrow(() -> new LaminException(
                            ErrorCode.USAGE, "there is no artifact with the uid " + revises + " to be revised"));
            return Optional.of(rows.versions(VersionStem.of(revised.uid())).getLast());
        }
        var key = request.key();
        return key == null
                ? Optional.empty()
                : rows.latestOfKey(key).stream().filter(instance::isHere).findFirst();
    }
}
