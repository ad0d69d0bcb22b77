package lamin.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import lamin.doctor.Problem.SeveralLatest;
import lamin.doctor.Problem.UnfinishedRun;
import lamin.instance.StoredTime;
import lamin.lineage.RunState;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.UtcText;
import lamin.storage.Writer;
import org.jspecify.annotations.Nullable;

/** What is wrong with rows, without a look at files. */
record RowChecks(Connection connection, Instant now) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The registries with versions, and the lengths of the stems of their uids. */
    private static final SequencedMap<String, Integer> VERSIONED = versioned();

    private static SequencedMap<String, Integer> versioned() {
        var stems = new LinkedHashMap<String, Integer>();
        stems.put("artifact", 16);
        stems.put("collection", 16);
        stems.put("transform", 12);
        return stems;
    }

    List<Problem> problems() throws SQLException {
        var problems = new ArrayList<Problem>();
        for (var registry : VERSIONED.entrySet()) {
            problems.addAll(severalLatest(registry.getKey(), registry.getValue()));
        }
        problems.addAll(unfinishedRuns());
        return problems;
    }

    private List<Problem> severalLatest(String registry, int stem) throws SQLException {
        var table = "lamindb_" + registry;
        var families = new LinkedHashMap<String, List<String>>();
        Jdbc.query(
                        connection,
                        "select uid from " + table + " where is_latest and branch_id = 1 and substr(uid, 1, " + stem
                                + ") in"
                                + " (select substr(uid, 1, " + stem + ") from " + table
                                + " where is_latest and branch_id = 1 group by substr(uid, 1, " + stem
                                + ") having count(*) > 1) order by id",
                        row -> row.getString(1))
                .forEach(uid -> families.computeIfAbsent(uid.substring(0, stem), ignored -> new ArrayList<>())
                        .add(uid));
        return families.values().stream()
                .<Problem>map(uids -> new SeveralLatest(registry, uids))
                .toList();
    }

    private List<Problem> unfinishedRuns() throws SQLException {
        record Started(
                String uid,
                String transform,
                Instant started,
                @Nullable String details) {}
        var started = Jdbc.query(
                connection,
                "select r.uid, t.key, r.started_at, r.extra_data from lamindb_run r join lamindb_transform t on t.id ="
                        + " r.transform_id where r.finished_at is null and r._status_code = " + RunState.STARTED.code()
                        + " order by r.id",
                row -> new Started(row.getString(1), row.getString(2), StoredTime.read(row, 3), row.getString(4)));
        return started.stream()
                .filter(run -> !writer(run.details()).mayBeActive(run.started(), now))
                .<Problem>map(run -> new UnfinishedRun(run.uid(), run.transform(), UtcText.format(run.started())))
                .toList();
    }

    private static Writer writer(@Nullable String details) {
        try {
            return Writer.parse(
                    details == null
                            ? ""
                            : JSON.readTree(details).path("process").asText());
        } catch (JsonProcessingException e) {
            return Writer.parse("");
        }
    }
}
