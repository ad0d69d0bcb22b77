package lamin.record;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.instance.Row;
import lamin.lineage.Ancestry;
import lamin.lineage.NodeId;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/**
 * Links artifacts to the run in which they are read or saved. Links never form a cycle: writers that add them take turns,
 * on PostgreSQL from their first link until the end of the transaction. Linking again changes nothing, and outside of a
 * run nothing is linked.
 */
public final class RunLinks {
    private static final String INPUTS = "lamindb_artifact_input_of_runs";
    private static final String RECREATIONS = "lamindb_artifact_recreating_runs";

    private static final String OUTPUT =
            "select 1 from lamindb_artifact where id = ? and run_id = ? union all select 1 from " + RECREATIONS
                    + " where artifact_id = ? and run_id = ?";

    private static final String LOCK = "run links";

    private final RecordWriter writer;
    private final Connection connection;
    private final long run;
    private final long artifact;

    private RunLinks(RecordWriter writer, long run, long artifact) {
        this.writer = writer;
        this.connection = writer.connection();
        this.run = run;
        this.artifact = artifact;
    }

    /**
     * Records that the run read an artifact, unless the run made it.
     *
     * @throws LaminException with {@code REFUSED} if the artifact was made from an output of the run
     */
    public static void input(RecordWriter writer, long artifactId) throws SQLException {
        var run = writer.runId();
        if (run != null) {
            new RunLinks(writer, run, artifactId).linkInput();
        }
    }

    /**
     * Records that the run made an artifact that existed already. It becomes the run of an artifact without one; otherwise
     * the artifact was made again. An artifact from which the run descends stays as it is.
     */
    public static void output(RecordWriter writer, long artifactId) throws SQLException {
        var run = writer.runId();
        if (run != null) {
            new RunLinks(writer, run, artifactId).linkOutput();
        }
    }

    private void linkInput() throws SQLException {
        if (isLinked()) {
            return;
        }
        writer.lock(LOCK);
        if (Ancestry.leads(connection, NodeId.run(run), NodeId.artifact(artifact))) {
            refuseUnlessOutput();
            return;
        }
        row(INPUTS).insertIfAbsent(connection);
    }

    /** Another process of the run may have saved it meanwhile. */
    private void refuseUnlessOutput() throws SQLException {
        if (!isOutput()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "artifact " + uid("lamindb_artifact", artifact) + " cannot be an input of run "
                            + uid("lamindb_run", run) + ": it was made from an output of that run",
                    new Advice("read it in a new run"));
        }
    }

    private void linkOutput() throws SQLException {
        if (isLinked()) {
            return;
        }
        writer.lock(LOCK);
        if (Ancestry.leads(connection, NodeId.artifact(artifact), NodeId.run(run))) {
            return;
        }
        if (writer.update(
                        "update lamindb_artifact set run_id = ?, updated_at = ? where id = ? and run_id is null",
                        run,
                        writer.now(),
                        artifact)
                == 0) {
            linkRecreation();
        }
    }

    private void linkRecreation() throws SQLException {
        if (!isOutput()) {
            row(RECREATIONS).insertIfAbsent(connection);
        }
    }

    private Row row(String table) {
        return new Row(table).with("artifact_id", artifact).with("run_id", run);
    }

    /** In one query, because this is what most calls come to. */
    private boolean isLinked() throws SQLException {
        return writer.query()
                .exists(
                        OUTPUT + " union all select 1 from " + INPUTS + " where artifact_id = ? and run_id = ?",
                        artifact,
                        run,
                        artifact,
                        run,
                        artifact,
                        run);
    }

    private boolean isOutput() throws SQLException {
        return writer.query().exists(OUTPUT, artifact, run, artifact, run);
    }

    private String uid(String table, long id) throws SQLException {
        return writer.query()
                .first("select uid from " + table + " where id = ?", row -> row.getString(1), id)
                .orElse("with the id " + id);
    }
}
