package lamin.cli.data;

import lamin.artifact.StoredArtifact;
import lamin.content.ByteSize;
import lamin.doctor.Problem;
import lamin.doctor.Problem.FileWithoutArtifact;
import lamin.doctor.Problem.MissingFile;
import lamin.doctor.Problem.NotWritable;
import lamin.doctor.Problem.PendingRemoval;
import lamin.doctor.Problem.SeveralLatest;
import lamin.doctor.Problem.TemporaryFile;
import lamin.doctor.Problem.UnfinishedRun;
import lamin.doctor.Problem.UnfinishedUpload;
import lamin.doctor.Problem.WrongHash;
import lamin.doctor.Problem.WrongSize;

/**
 * A problem in words.
 *
 * @param kind in one word, for programs
 * @param subject what it concerns: a uid or a path
 * @param fix the command that fixes it
 */
record ProblemText(String kind, String subject, String what, String fix) {
    private static final String FIX = "fix it: lamin doctor --fix";

    static ProblemText of(Problem problem) {
        return switch (problem) {
            case MissingFile(var artifact) ->
                new ProblemText(
                        "missing-file",
                        artifact.uid(),
                        "the file of artifact " + named(artifact) + " is missing: " + artifact.path(),
                        "save the same file again: " + save(artifact)
                                + "; or delete the artifact: lamin delete artifact " + artifact.uid() + " --permanent");
            case UnfinishedUpload(var artifact) ->
                new ProblemText(
                        "unfinished-upload",
                        artifact.uid(),
                        "artifact " + named(artifact) + " was not saved completely",
                        FIX + "; if that does not help, save the same file again: " + save(artifact));
            case TemporaryFile(var path) ->
                new ProblemText("temporary-file", path, "a process that has ended left a temporary file: " + path, FIX);
            case PendingRemoval(var path) ->
                new ProblemText(
                        "pending-removal", path, "the file of a deleted artifact could not be removed: " + path, FIX);
            case FileWithoutArtifact(var path, var size) ->
                new ProblemText(
                        "file-without-artifact",
                        path,
                        "a file belongs to no artifact: " + path + " (" + ByteSize.text(size) + ")",
                        "save it under a key and remove it: lamin save PATH --key KEY && rm PATH");
            case WrongSize(var artifact, var found) ->
                new ProblemText(
                        "wrong-size",
                        artifact.uid(),
                        "the file of artifact " + named(artifact) + " has " + found + " bytes instead of "
                                + artifact.size() + ": " + artifact.path(),
                        replaced(artifact));
            case WrongHash(var artifact, var found) ->
                new ProblemText(
                        "wrong-hash",
                        artifact.uid(),
                        "the file of artifact " + named(artifact) + " has another content: its hash is " + found
                                + " instead of " + artifact.hash(),
                        replaced(artifact));
            case SeveralLatest(var registry, var uids) ->
                new ProblemText(
                        "several-latest",
                        uids.getLast(),
                        "several versions of one " + registry + " are marked as the latest: " + String.join(", ", uids),
                        FIX);
            case UnfinishedRun(var uid, var transform, var started) ->
                new ProblemText(
                        "unfinished-run",
                        uid,
                        "run " + uid + " of " + transform + ", started at " + started + ", has not ended",
                        "end it: lamin finish --run " + uid + " --status aborted; or all of them: lamin doctor --fix");
            case NotWritable(var path) ->
                new ProblemText("not-writable", path, "cannot be written: " + path, "allow it: chmod u+w " + path);
        };
    }

    private static String named(StoredArtifact artifact) {
        return artifact.uid() + (artifact.key() == null ? "" : " (" + artifact.key() + ")");
    }

    private static String save(StoredArtifact artifact) {
        return "lamin save PATH" + (artifact.key() == null ? "" : " --key " + artifact.key());
    }

    private static String replaced(StoredArtifact artifact) {
        return "move the file away and save the original again: " + save(artifact)
                + "; or save what is there now as a new version";
    }
}
