package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lamin.artifact.SaveOptions;
import lamin.doctor.Problem;
import lamin.lineage.RunState;
import lamin.run.RunOptions;
import lamin.run.TransformSpec;
import lamin.testing.databases.TestDatabase.Kind;
import lnschema_core.Artifact;
import lnschema_core.Run;
import lnschema_core.ULabel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunsTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.toRealPath().resolve(name), text);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_read_in_a_run_is_its_input_and_what_is_saved_its_output(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            var raw = instance.artifacts()
                    .save(write("raw.txt", "raw"), SaveOptions.key("raw.txt"))
                    .artifact();
            try (var run = instance.track(RunOptions.of(new TransformSpec("clean.java", "script", "source"))
                    .with("threads", 4)
                    .withArguments("clean raw.txt"))) {
                instance.artifacts().path(raw);
                instance.artifacts().path(raw);
                instance.artifacts().save(write("clean.txt", "clean"), SaveOptions.key("clean.txt"));
                instance.registry(ULabel.class).save(new ULabel("clean"));
                run.finish();
            }
            instance.artifacts().save(write("later.txt", "later"), SaveOptions.NONE);

            var run = instance.registry(Run.class).all().getFirst();
            assertThat(run.statusCode()).isEqualTo((short) RunState.COMPLETED.code());
            assertThat(run.finishedAt()).isNotNull();
            assertThat(run.params()).contains("\"threads\"").contains("4");
            assertThat(run.transform().key()).isEqualTo("clean.java");
            assertThat(run.transform().sourceCode()).isEqualTo("source");
            assertThat(lab.numbers("select artifact_id from lamindb_artifact_input_of_runs where run_id = " + run.id()))
                    .containsExactly(raw.id());
            assertThat(instance.registry(Artifact.class).all())
                    .filteredOn(artifact -> artifact.run() != null)
                    .extracting(Artifact::key)
                    .containsExactly("clean.txt");
            assertThat(lab.numbers("select run_id from lamindb_ulabel")).containsExactly(run.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_source_under_the_same_key_is_a_new_version_of_the_transform(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            for (var source : List.of("one", "two", "one", "three")) {
                instance.track(RunOptions.of(new TransformSpec("step.py", "script", source)))
                        .finish();
            }
            var transforms = instance.registry(lnschema_core.Transform.class).all();
            assertThat(transforms)
                    .extracting(lnschema_core.Transform::sourceCode)
                    .containsExactly("one", "two", "three");
            assertThat(transforms).extracting(lnschema_core.Transform::isLatest).containsExactly(false, false, true);
            assertThat(transforms)
                    .extracting(transform -> transform.uid().substring(12))
                    .containsExactly("0000", "0001", "0002");
            assertThat(instance.registry(Run.class).count()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_is_not_finished_has_failed(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            assertThatThrownBy(() -> {
                        try (var run = lab.instance().track("step")) {
                            throw new IllegalStateException("no data in " + run);
                        }
                    })
                    .isInstanceOf(IllegalStateException.class);
            var run = lab.instance().registry(Run.class).all().getFirst();
            assertThat(run.statusCode()).isEqualTo((short) RunState.ERRORED.code());
            assertThat(run.extraData()).contains("without finishing it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_inside_of_another_is_initiated_by_it(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            try (var outer = instance.track("workflow");
                    var inner = instance.track("step")) {
                instance.artifacts().save(write("a.txt", "a"), SaveOptions.NONE);
                inner.finish();
                instance.artifacts().save(write("b.txt", "b"), SaveOptions.NONE);
                outer.finish();
            }
            var ids = lab.numbers("select id from lamindb_run order by id");
            assertThat(lab.numbers("select initiated_by_run_id from lamindb_run where initiated_by_run_id is not null"))
                    .containsExactly(ids.getFirst());
            assertThat(lab.numbers("select run_id from lamindb_artifact where run_id is not null order by id"))
                    .containsExactlyElementsOf(ids.reversed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_log_of_a_run_is_kept_as_its_report(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var runs = lab.instance().runs();
            var uid = runs.start(RunOptions.of(TransformSpec.named("samtools")).withEnvironment("variables HOME\n"));
            runs.finish(uid, RunState.ERRORED, write("log.txt", "no such file"), Map.of("exit_code", 1));
            var run = lab.instance().registry(Run.class).get(uid);
            var report = lab.instance()
                    .artifacts()
                    .get(java.util.Objects.requireNonNull(run.report()).uid());
            assertThat(lab.instance().artifacts().path(report)).hasContent("no such file");
            assertThat(report.kind()).isEqualTo("__lamindb_run__");
            assertThat(report.description()).isEqualTo("log streams of run " + uid);
            assertThat(run.extraData()).contains("exit_code");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_of_a_process_that_has_ended_is_found_and_ended(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            var dead = lamin.storage.Writer.current();
            var uid = instance.runs()
                    .start(RunOptions.of(TransformSpec.named("x"))
                            .withDetails(Map.of(
                                    "process",
                                    new lamin.storage.Writer(dead.machine(), dead.process(), dead.start() - 1)
                                            .toString())));
            var problems = instance.doctor().examine(false, bytes -> {});
            assertThat(problems)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Problem.UnfinishedRun.class,
                            run -> assertThat(run.uid()).isEqualTo(uid));
            assertThat(instance.repair().fix(problems)).isEqualTo(problems);
            assertThat(instance.doctor().examine(false, bytes -> {})).isEmpty();
            assertThat(instance.registry(Run.class).get(uid).statusCode()).isEqualTo((short) RunState.ABORTED.code());
        }
    }
}
