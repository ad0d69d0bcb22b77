package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.record.RunLinks;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunLinksTest {
    @TempDir
    Path folder;

    private @Nullable TestPostgres postgres;

    private Instance init(Kind kind) throws IOException {
        var home = Home.in(folder.toRealPath());
        var options = InitOptions.storage("lab");
        if (kind == Kind.POSTGRESQL) {
            postgres = CopiedInstance.create(home, options);
            options = options.db(postgres.url());
        }
        return home.lamin().init(options).instance();
    }

    @AfterEach
    void drop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static List<String> inputs(Instance instance) {
        return links(instance, "lamindb_artifact_input_of_runs");
    }

    private static List<String> recreations(Instance instance) {
        return links(instance, "lamindb_artifact_recreating_runs");
    }

    private static List<String> links(Instance instance, String table) {
        var sql = "select artifact_id, run_id from " + table + " order by 1, 2";
        return instance.database()
                .read(connection -> Jdbc.query(connection, sql, row -> row.getLong(1) + " " + row.getLong(2)));
    }

    private static long runOf(Instance instance, long artifact) {
        var sql = "select run_id from lamindb_artifact where id = " + artifact;
        return instance.database()
                .read(connection -> Jdbc.query(connection, sql, row -> row.getLong(1)))
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_reads_is_its_input_once(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long raw = rows.artifact("raw.csv", null);
            long run = rows.run("clean.py");
            rows.input(run, raw);
            rows.input(run, raw);
            assertThat(inputs(instance)).containsExactly(raw + " " + run);
        }
    }

    @ParameterizedTest
    @EnumSource
    void outside_of_a_run_nothing_is_linked(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            long raw = new LineageRows(instance).artifact("raw.csv", null);
            new RecordStore(instance.database(), instance.user(), Clock.systemUTC(), new CurrentRun(null))
                    .write(writer -> {
                        RunLinks.input(writer, raw);
                        RunLinks.output(writer, raw);
                        return true;
                    });
            assertThat(inputs(instance)).isEmpty();
            assertThat(runOf(instance, raw)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_made_is_not_its_input(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long run = rows.run("clean.py");
            long made = rows.artifact("clean.csv", run);
            long again = rows.artifact("params.json", rows.run("other.py"));
            rows.output(run, again);
            rows.input(run, made);
            rows.input(run, again);
            assertThat(inputs(instance)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_input_that_was_made_from_an_output_of_the_run_is_refused(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long first = rows.run("clean.py");
            long clean = rows.artifact("clean.csv", first);
            long second = rows.run("plot.py");
            rows.input(second, clean);
            long collection = rows.collection("plots", second);
            long third = rows.run("report.py");
            rows.collectionInput(third, collection);
            long report = rows.artifact("report.html", third);

            assertThatThrownBy(() -> rows.input(first, report))
                    .isInstanceOfSatisfying(
                            LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                    .hasMessageContaining(rows.runUid(first))
                    .hasMessageContaining("it was made from an output of that run");
            assertThat(inputs(instance)).containsExactly(clean + " " + second);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saving_an_artifact_without_a_run_makes_it_an_output(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long artifact = rows.artifact("a.csv", null);
            long run = rows.run("make.py");
            rows.output(run, artifact);
            rows.output(run, artifact);
            assertThat(runOf(instance, artifact)).isEqualTo(run);
            assertThat(recreations(instance)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saving_an_artifact_of_another_run_makes_it_again(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long first = rows.run("make.py");
            long artifact = rows.artifact("a.csv", first);
            long second = rows.run("make.py");
            rows.output(second, artifact);
            rows.output(second, artifact);
            assertThat(runOf(instance, artifact)).isEqualTo(first);
            assertThat(recreations(instance)).containsExactly(artifact + " " + second);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_artifact_from_which_the_run_descends_is_not_its_output(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long raw = rows.artifact("raw.csv", null);
            long first = rows.run("clean.py");
            rows.input(first, raw);
            long clean = rows.artifact("clean.csv", first);
            long second = rows.run("plot.py");
            rows.input(second, clean);

            rows.output(first, raw);
            rows.output(second, raw);
            rows.output(second, clean);

            assertThat(runOf(instance, raw)).isZero();
            assertThat(recreations(instance)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void runs_that_read_each_other_at_once_form_no_cycle(Kind kind) throws Exception {
        try (var instance = init(kind);
                var threads = Executors.newFixedThreadPool(2)) {
            var rows = new LineageRows(instance);
            for (int round = 0; round < 10; round++) {
                long first = rows.run("a.py");
                long second = rows.run("b.py");
                long ofFirst = rows.artifact("a" + round, first);
                long ofSecond = rows.artifact("b" + round, second);
                var results =
                        threads.invokeAll(List.of(reading(rows, first, ofSecond), reading(rows, second, ofFirst)));
                assertThat(List.of(results.getFirst().get(), results.getLast().get()))
                        .containsExactlyInAnyOrder(true, false);
            }
        }
    }

    private static Callable<Boolean> reading(LineageRows rows, long run, long artifact) {
        return () -> {
            try {
                rows.input(run, artifact);
                return true;
            } catch (LaminException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.REFUSED);
                return false;
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void many_processes_of_a_run_link_the_same_artifacts_once(Kind kind) throws Exception {
        try (var instance = init(kind);
                var threads = Executors.newFixedThreadPool(8)) {
            var rows = new LineageRows(instance);
            long run = rows.run("clean.py");
            long raw = rows.artifact("raw.csv", null);
            long old = rows.artifact("old.csv", rows.run("clean.py"));
            var tasks = IntStream.range(0, 8)
                    .mapToObj(ignored -> (Callable<Boolean>) () -> {
                        rows.input(run, raw);
                        rows.output(run, old);
                        return true;
                    })
                    .toList();
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
            assertThat(inputs(instance)).containsExactly(raw + " " + run);
            assertThat(recreations(instance)).containsExactly(old + " " + run);
        }
    }
}
