package lamin.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamin.artifact.Artifacts;
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
import lamin.lineage.RunState;
import lamin.record.RecordStore;
import lamin.run.Runs;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** Fixes what can be fixed without a decision and without losing data. */
public final class Repair {
    private final RecordStore records;
    private final Artifacts artifacts;
    private final Runs runs;

    public Repair(RecordStore records, Artifacts artifacts, Runs runs) {
        this.records = records;
        this.artifacts = artifacts;
        this.runs = runs;
    }

    /** Fixes problems and returns those that were fixed. */
    public List<Problem> fix(List<Problem> problems) {
        var fixed = new ArrayList<Problem>();
        for (var problem : problems) {
            if (fix(problem)) {
                fixed.add(problem);
            }
        }
        return fixed;
    }

    private boolean fix(Problem problem) {
        return switch (problem) {
            case UnfinishedUpload upload -> artifacts.finish(upload.artifact());
            case TemporaryFile(var path) -> delete(path);
            case PendingRemoval(var path) -> artifacts.remove(path);
            case SeveralLatest(var registry, var uids) -> keepLast(registry, uids);
            case UnfinishedRun run -> abort(run);
            case MissingFile ignored -> false;
            case FileWithoutArtifact ignored -> false;
            case WrongSize ignored -> false;
            case WrongHash ignored -> false;
            case NotWritable ignored -> false;
        };
    }

    private boolean delete(String path) {
        try {
            artifacts.store().delete(path);
            return true;
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot remove " + path + ": " + e.getMessage(), e);
        }
    }

    private boolean keepLast(String registry, List<String> uids) {
        return records.write(writer -> {
            for (var uid : uids.subList(0, uids.size() - 1)) {
                writer.update("update lamindb_" + registry + " set is_latest = false where uid = ?", uid);
            }
            return true;
        });
    }

    private boolean abort(UnfinishedRun run) {
        runs.finish(run.uid(), RunState.ABORTED, null, Map.of());
        return true;
    }
}
