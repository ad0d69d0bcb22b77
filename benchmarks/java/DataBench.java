import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamin.InitOptions;
import lamin.Instance;
import lamin.Lamin;
import lamin.artifact.SaveOptions;
import lamin.instance.Base62;
import lamin.instance.Row;
import lamin.lineage.Lineage;
import lamin.lineage.LineageQuery;
import lamin.lineage.NodeId;
import lamin.module.ModuleDeployment;
import lamin.record.RecordWriter;
import lamin.record.RunLinks;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.settings.Environment;
import lnschema_core.ULabel;

/**
 * Times one kind of work on the data of a new instance, inside a program that already runs: `KIND COUNT FOLDER`. The last
 * repetition is printed, in seconds.
 */
public final class DataBench {
    private static final int REPETITIONS = 4;
    private static final int CHUNK = 1000;
    private static final LineageQuery DOWN =
            new LineageQuery(NodeId.artifact(1), false, true, LineageQuery.UNLIMITED, false);

    private DataBench() {}

    /** Work that is repeated. */
    private interface Work {
        void run(int turn) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        var folder = Path.of(arguments[2]).toAbsolutePath();
        System.out.println(
                switch (arguments[0]) {
                    case "copy" -> timed(1, turn -> copy(Path.of(arguments[3]), folder.resolve("copy")));
                    case "sha256" -> timed(1, turn -> sha256(Path.of(arguments[3])));
                    case "large" -> in(folder, instance -> timed(1, turn -> large(instance, Path.of(arguments[3]))));
                    case "labels" -> in(folder, instance -> timed(REPETITIONS, turn -> labels(instance, count, turn)));
                    case "raw-labels" ->
                        in(
                                folder,
                                instance -> timed(
                                        REPETITIONS,
                                        turn -> instance.database().write(connection -> {
                                            rawLabels(connection, count);
                                            return true;
                                        })));
                    case "files" -> in(folder, instance -> files(instance, count, folder));
                    case "chain" -> in(folder, instance -> timed(1, turn -> chain(instance, count, true)));
                    case "raw-chain" -> in(folder, instance -> timed(1, turn -> chain(instance, count, false)));
                    case "closure" -> in(folder, instance -> closure(instance, count, DataBench::followed));
                    case "raw-closure" -> in(folder, instance -> closure(instance, count, DataBench::queried));
                    case "filter" -> in(folder, instance -> filter(instance, count));
                    case "raw-filter" -> in(folder, instance -> rawFilter(instance, count));
                    default -> throw new IllegalArgumentException(arguments[0]);
                });
    }

    private static double timed(int repetitions, Work work) throws Exception {
        double seconds = 0;
        for (int turn = 0; turn < repetitions; turn++) {
            long start = System.nanoTime();
            work.run(turn);
            seconds = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    private interface OnInstance {
        double seconds(Instance instance) throws Exception;
    }

    private static double in(Path folder, OnInstance work) throws Exception {
        var environment = new Environment(folder.resolve("home"), folder, Map.of());
        var deployment = new ModuleDeployment(ModuleCatalog.installed(), new Author("benchmark", "0"), Notices.NONE);
        try (var instance = new Lamin(environment, deployment)
                .init(InitOptions.storage("lab"))
                .instance()) {
            return work.seconds(instance);
        }
    }

    private static void labels(Instance instance, int count, int turn) {
        var labels = new ArrayList<ULabel>();
        for (int i = 0; i < count; i++) {
            labels.add(new ULabel("label " + turn + " " + i));
        }
        instance.registry(ULabel.class).saveAll(labels);
    }

    private static void rawLabels(Connection connection, int count) throws SQLException {
        try (var statement = connection.prepareStatement("insert into lamindb_ulabel (uid, name, is_type, created_at,"
                + " created_by_id, updated_at, branch_id, created_on_id, space_id, is_locked)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                var values = List.of(
                        Base62.random(8),
                        "label " + i,
                        false,
                        "2026-01-01 00:00:00",
                        1,
                        "2026-01-01 00:00:00",
                        1,
                        1,
                        1,
                        false);
                for (int column = 0; column < values.size(); column++) {
                    statement.setObject(column + 1, values.get(column));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Each repetition has files of its own. */
    private static double files(Instance instance, int count, Path folder) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            var source = Files.createDirectories(folder.resolve("files-" + turn));
            for (int i = 0; i < count; i++) {
                Files.writeString(source.resolve(i + ".txt"), "file %d of %d %s".formatted(i, turn, "x".repeat(1000)));
            }
        }
        return timed(
                2,
                turn -> instance.artifacts()
                        .saveEach(folder.resolve("files-" + turn), SaveOptions.key("run" + turn), bytes -> {}));
    }

    private static void large(Instance instance, Path file) {
        instance.artifacts().save(file, SaveOptions.key("large.bin"));
    }

    private static void sha256(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var bytes = new byte[1 << 20];
        try (var in = Files.newInputStream(file)) {
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                digest.update(bytes, 0, length);
            }
        }
        digest.digest();
    }

    private static void copy(Path file, Path target) throws Exception {
        try (var in = FileChannel.open(file);
                var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long position = 0; position < in.size(); ) {
                position += in.transferTo(position, in.size() - position, out);
            }
            out.force(true);
        }
        Files.delete(target);
    }

    /** Each run reads what the run before it made; then everything that the first artifact led to is found. */
    private static void chain(Instance instance, int count, boolean isChecked) {
        instance.database().write(DataBench::transform);
        long artifact = 0;
        for (int start = 0; start < count; start += CHUNK) {
            long first = artifact;
            int from = start;
            artifact = instance.database().write(connection -> links(instance, connection, first, from, isChecked));
        }
        int found = Lineage.read(instance.database(), DOWN).nodes().size();
        if (found != 2 * count - 1) {
            throw new IllegalStateException("found " + found);
        }
    }

    private static long transform(Connection connection) throws SQLException {
        return new Row("lamindb_transform")
                .with("uid", "0123456789ab0000")
                .with("key", "step")
                .with("kind", "script")
                .with("is_latest", true)
                .with("created_by_id", 1)
                .insertNumbered(connection);
    }

    private static long links(
            Instance instance, Connection connection, long first, int from, boolean isChecked) throws SQLException {
        long artifact = first;
        for (int i = from; i < from + CHUNK; i++) {
            long run = new Row("lamindb_run")
                    .with("uid", Base62.random(16))
                    .with("transform_id", 1)
                    .with("_status_code", 0)
                    .with("created_by_id", 1)
                    .insertNumbered(connection);
            var writer = new RecordWriter(
                    instance.database(), connection, 1, run, Clock.systemUTC().instant());
            if (artifact != 0 && isChecked) {
                RunLinks.input(writer, artifact);
            } else if (artifact != 0) {
                new Row("lamindb_artifact_input_of_runs")
                        .with("artifact_id", artifact)
                        .with("run_id", run)
                        .insert(connection);
            }
            artifact = new Row("lamindb_artifact")
                    .with("uid", Base62.random(16) + "0000")
                    .with("key", "step/" + i)
                    .with("suffix", "")
                    .with("is_latest", true)
                    .with("hash", Base62.random(22))
                    .with("_key_is_virtual", true)
                    .with("_overwrite_versions", false)
                    .with("storage_id", 1)
                    .with("run_id", run)
                    .with("created_by_id", 1)
                    .insertNumbered(connection);
        }
        return artifact;
    }

    /** A tree in which each artifact is read by one run, and each run makes ten artifacts. */
    private static double closure(Instance instance, int nodes, Following following) throws Exception {
        int runs = nodes / 11;
        instance.database().write(connection -> {
            transform(connection);
            fill(
                    connection,
                    "lamindb_run (id, uid, transform_id, _status_code, created_by_id)",
                    runs,
                    "n, printf('r%015d', n), 1, 0, 1");
            fill(
                    connection,
                    "lamindb_artifact (id, uid, suffix, is_latest, _key_is_virtual, _overwrite_versions, storage_id,"
                            + " run_id, created_by_id)",
                    runs * 10 + 1,
                    "n, printf('a%019d', n), '', true, true, false, 1, case when n > 1 then (n - 2) / 10 + 1 end, 1");
            fill(connection, "lamindb_artifact_input_of_runs (artifact_id, run_id)", runs, "n, n");
            return true;
        });
        return timed(REPETITIONS, turn -> {
            int found = following.nodes(instance);
            if (found != runs * 11 + 1) {
                throw new IllegalStateException("found " + found + " of " + (runs * 11 + 1));
            }
        });
    }

    /** Counts the nodes that the first artifact leads to, itself included. */
    private interface Following {
        int nodes(Instance instance);
    }

    private static int followed(Instance instance) {
        return Lineage.read(instance.database(), DOWN).nodes().size();
    }

    private static int queried(Instance instance) {
        return instance.database().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("with recursive artifacts (id) as (select 1 union"
                            + " select made.id from artifacts a join lamindb_artifact_input_of_runs i"
                            + " on i.artifact_id = a.id join lamindb_artifact made on made.run_id = i.run_id)"
                            + " select (select count(*) from artifacts) + count(distinct i.run_id) from artifacts a"
                            + " join lamindb_artifact_input_of_runs i on i.artifact_id = a.id")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    /** Inserts rows numbered from one. */
    private static void fill(Connection connection, String target, int count, String selected) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into " + target
                    + " with recursive series (n) as (select 1 union all select n + 1 from series" + " where n < "
                    + count + ") select " + selected + " from series");
        }
    }

    private static void label(Instance instance, int count) {
        instance.database().write(connection -> {
            fill(
                    connection,
                    "lamindb_ulabel (id, uid, name, created_by_id)",
                    100,
                    "n, printf('u%07d', n), 'label ' || n, 1");
            fill(
                    connection,
                    "lamindb_artifact (id, uid, suffix, is_latest, _key_is_virtual, _overwrite_versions, storage_id,"
                            + " created_by_id)",
                    count,
                    "n, printf('a%019d', n), '', true, true, false, 1, 1");
            fill(
                    connection,
                    "lamindb_artifactulabel (artifact_id, ulabel_id, created_by_id)",
                    count,
                    "n, n % 100 + 1, 1");
            return true;
        });
    }

    private static double filter(Instance instance, int count) throws Exception {
        label(instance, count);
        return timed(
                5,
                turn -> require(
                        instance.records("artifact")
                                .filter("ulabels.name=label 7")
                                .count(),
                        count));
    }

    private static double rawFilter(Instance instance, int count) throws Exception {
        label(instance, count);
        return timed(
                5,
                turn -> require(
                        instance.database().read(connection -> {
                            try (var statement = connection.prepareStatement(
                                    "select count(*) from lamindb_artifact a where a.is_latest and a.branch_id <> -1"
                                        + " and exists (select 1 from lamindb_artifactulabel l join lamindb_ulabel u"
                                        + " on u.id = l.ulabel_id where l.artifact_id = a.id and u.name = ?)")) {
                                statement.setString(1, "label 7");
                                try (var rows = statement.executeQuery()) {
                                    rows.next();
                                    return rows.getLong(1);
                                }
                            }
                        }),
                        count));
    }

    private static void require(long found, int count) {
        if (found != count / 100) {
            throw new IllegalStateException("found " + found);
        }
    }
}
