package lamin.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import lamin.artifact.Artifacts;
import lamin.artifact.SaveOptions;
import lamin.instance.Base62;
import lamin.instance.JsonText;
import lamin.instance.Query;
import lamin.lineage.RunState;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** Starts and ends runs. */
public final class Runs {
    /** The kind of artifacts that belong to a run, such as its log; they are neither its inputs nor its outputs. */
    public static final String KIND = "__lamindb_run__";

    private static final int UID = 16;
    private static final int LONGEST_ARGUMENTS = 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordStore records;
    private final Artifacts artifacts;

    public Runs(RecordStore records, Artifacts artifacts) {
        this.records = records;
        this.artifacts = artifacts;
    }

    /**
     * Starts a run, without making it the current one. A run that is started in another one is recorded as initiated by it.
     *
     * @return its uid
     */
    public String start(RunOptions options) {
        var text = options.environment();
        var environment = text == null ? null : save("environment.txt", text);
        return records.write(writer -> {
            var uid = Base62.random(UID);
            writer.authored("lamindb_run")
                    .with("updated_at", writer.now())
                    .with("_aux", null)
                    .with("uid", uid)
                    .with("name", options.name())
                    .with("transform_id", new TransformRows(writer).id(options.transform()))
                    .with("initiated_by_run_id", writer.runId())
                    .with("started_at", writer.now())
                    .with("_status_code", RunState.STARTED.code())
                    .with("cli_args", shortened(options.arguments()))
                    .with("params", json(options.parameters()))
                    .with("extra_data", json(options.details()))
                    .with("environment_id", environment)
                    .insert(writer.connection());
            return uid;
        });
    }

    /** Runs an action if this thread is in a transaction that is rolled back later. */
    void ifRolledBack(Runnable action) {
        records.database().ifRolledBack(action);
    }

    private long save(String name, String text) {
        return artifacts
                .save(
                        text.getBytes(StandardCharsets.UTF_8),
                        name,
                        SaveOptions.NONE.description(name).kind(KIND).untracked())
                .artifact()
                .id();
    }

    private static @Nullable String shortened(@Nullable String arguments) {
        return arguments == null || arguments.length() <= LONGEST_ARGUMENTS
                ? arguments
                : arguments.substring(0, LONGEST_ARGUMENTS - 3) + "...";
    }

    private static @Nullable JsonText json(Map<String, Object> values) {
        try {
            return values.isEmpty() ? null : new JsonText(JSON.writeValueAsString(values));
        } catch (JsonProcessingException e) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "parameters must be texts, numbers, flags, lists or maps: " + e.getOriginalMessage(),
                    e);
        }
    }

    /**
     * Ends a run.
     *
     * @param log a file with its output; null if there is none
     * @param details further facts, which replace those with the same names
     */
    public void finish(String uid, RunState status, @Nullable Path log, Map<String, Object> details) {
        var report = log == null
                ? null
                : artifacts
                        .save(
                                log,
                                SaveOptions.NONE
                                        .description("log streams of run " + uid)
                                        .kind(KIND)
                                        .untracked())
                        .artifact()
                        .id();
        records.write(writer -> {
            var known = details(writer.query(), uid);
            known.putAll(details);
            return writer.update(
                    "update lamindb_run set finished_at = ?, updated_at = ?, _status_code = ?, report_id = coalesce(?, report_id),"
                            + " extra_data = ? where uid = ?",
                    writer.now(),
                    writer.now(),
                    status.code(),
                    report,
                    json(known),
                    uid);
        });
    }

    @SuppressWarnings("unchecked") // what was written as a map is read as one
    private static Map<String, Object> details(Query query, String uid) throws SQLException {
        var text = query.first(
                        "select coalesce(extra_data, '{}') from lamindb_run where uid = ?",
                        row -> row.getString(1),
                        uid)
                .orElseThrow(() -> new LaminException(ErrorCode.USAGE, "there is no run with the uid " + uid));
        try {
            return JSON.readValue(text, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new LaminException(ErrorCode.FAILURE, "the extra_data of run " + uid + " is not a JSON object", e);
        }
    }
}
