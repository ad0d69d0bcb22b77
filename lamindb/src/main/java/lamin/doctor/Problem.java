package lamin.doctor;

import java.util.List;
import lamin.artifact.StoredArtifact;

/** Something that is wrong with the data of an instance. */
public sealed interface Problem {

    /** The file of an artifact is not in the storage. */
    record MissingFile(StoredArtifact artifact) implements Problem {}

    /** An artifact was not saved completely, because its process ended. */
    record UnfinishedUpload(StoredArtifact artifact) implements Problem {}

    /** A temporary file of a process that has ended. */
    record TemporaryFile(String path) implements Problem {}

    /** A file that a deleted artifact left, because it could not be removed. */
    record PendingRemoval(String path) implements Problem {}

    /** A file in the internal folder of the storage that belongs to no artifact. */
    record FileWithoutArtifact(String path, long size) implements Problem {}

    /** A file has another size than its artifact. */
    record WrongSize(StoredArtifact artifact, long found) implements Problem {}

    /** A file has another content than its artifact. */
    record WrongHash(StoredArtifact artifact, String found) implements Problem {}

    /** Several versions of a record are marked as the latest. */
    record SeveralLatest(String registry, List<String> uids) implements Problem {
        public SeveralLatest {
            uids = List.copyOf(uids);
        }
    }

    /** A run was started and has not ended, although its process has. */
    record UnfinishedRun(String uid, String transform, String started) implements Problem {}

    /** A file or folder of the instance cannot be written. */
    record NotWritable(String path) implements Problem {}
}
