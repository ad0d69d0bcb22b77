package lamin;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lamin.instance.Row;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.record.RecordStore.Writing;
import lamin.record.RecordWriter;
import lamin.record.RunLinks;
import org.jspecify.annotations.Nullable;

/** Writes the rows of artifacts, collections and runs, without files. */
final class LineageRows {
    private static final Instant STARTED = Instant.parse("2026-03-01T09:30:00.123456Z");

    private final Instance instance;
    private final RecordStore store;
    private final Map<String, Long> transforms = new HashMap<>();
    private final Map<Long, String> runs = new HashMap<>();
    private int rows;

    LineageRows(Instance instance) {
        this.instance = instance;
        this.store = storeOf(new CurrentRun(null));
    }

    private RecordStore storeOf(CurrentRun run) {
        return new RecordStore(instance.database(), instance.user(), Clock.systemUTC(), run);
    }

    /** The store of a program in this run. */
    RecordStore in(long run) {
        return storeOf(new CurrentRun(runUid(run)));
    }

    String runUid(long run) {
        return Objects.requireNonNull(runs.get(run));
    }

    long run(String transform) {
        return run(transform, 0);
    }

    /** @param status 0 completed, 1 errored, -1 started */
    long run(String transform, int status) {
        int row = rows++;
        long transformId = transforms.computeIfAbsent(transform, this::transform);
        return store.write(writer -> run(writer, row, transformId, status));
    }

    private long run(RecordWriter writer, int row, long transform, int status) throws SQLException {
        var started = STARTED.plusSeconds(60L * row);
        var uid = "run%013d".formatted(row);
        long id = new Row("lamindb_run")
                .with("uid", uid)
                .with("transform_id", transform)
                .with("started_at", started)
                .with("finished_at", status < 0 ? null : started.plusSeconds(42))
                .with("created_at", started)
                .with("updated_at", started)
                .with("created_by_id", writer.userId())
                .with("_status_code", status)
                .insertNumbered(writer.connection());
        runs.put(id, uid);
        return id;
    }

    private long transform(String key) {
        return store.write(writer -> writer.record("lamindb_transform")
                .with("uid", "trafo%07d0000".formatted(rows++))
                .with("key", key)
                .with("kind", "script")
                .with("is_latest", true)
                .insertNumbered(writer.connection()));
    }

    /** @param run the run that makes it; null for none */
    long artifact(String key, @Nullable Long run) {
        return artifact(key, run, 1);
    }

    /** @param branch -1 is the trash */
    long artifact(String key, @Nullable Long run, int branch) {
        return store.write(writer -> artifact(writer, key, run, branch));
    }

    private long artifact(RecordWriter writer, String key, @Nullable Long run, int branch) throws SQLException {
        return writer.record("lamindb_artifact")
                .with("uid", "artifact%08d0000".formatted(rows++))
                .with("key", key)
                .with("suffix", "")
                .with("size", 1_234_567L)
                .with("is_latest", true)
                .with("_key_is_virtual", true)
                .with("_overwrite_versions", false)
                .with("branch_id", branch)
                .with("storage_id", 1)
                .with("run_id", run)
                .insertNumbered(writer.connection());
    }

    /** step 0 -> step.py -> step 1 -> step.py ..., in one transaction. */
    void chain(int length) {
        long transform = transform("step.py");
        store.write(writer -> {
            long previous = artifact(writer, "step 0", null, 1);
            for (int i = 1; i <= length; i++) {
                long run = run(writer, rows++, transform, 0);
                link(writer, "lamindb_artifact_input_of_runs", "artifact_id", previous, run);
                previous = artifact(writer, "step " + i, run, 1);
            }
            return previous;
        });
    }

    /** @param run the run that makes it; null for none */
    long collection(String key, @Nullable Long run) {
        return store.write(writer -> writer.record("lamindb_collection")
                .with("uid", "collec%010d0000".formatted(rows++))
                .with("key", key)
                .with("is_latest", true)
                .with("run_id", run)
                .insertNumbered(writer.connection()));
    }

    void collectionInput(long run, long collection) {
        link("lamindb_collection_input_of_runs", "collection_id", collection, run);
    }

    /** Without any check, as other programs write it. */
    void link(String table, String column, long dataset, long run) {
        store.write(writer -> link(writer, table, column, dataset, run));
    }

    private static boolean link(RecordWriter writer, String table, String column, long dataset, long run)
            throws SQLException {
        return new Row(table).with(column, dataset).with("run_id", run).insertIfAbsent(writer.connection());
    }

    /** Unchecked. */
    void uncheckedInput(long run, long artifact) {
        link("lamindb_artifact_input_of_runs", "artifact_id", artifact, run);
    }

    void input(long run, long artifact) {
        write(run, writer -> {
            RunLinks.input(writer, artifact);
            return true;
        });
    }

    void output(long run, long artifact) {
        write(run, writer -> {
            RunLinks.output(writer, artifact);
            return true;
        });
    }

    private void write(long run, Writing<Boolean> writing) {
        in(run).write(writing);
    }
}
