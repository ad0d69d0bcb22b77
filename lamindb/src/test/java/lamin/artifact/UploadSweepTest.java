package lamin.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.JavaProgram;
import lamin.TestInstance;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An upload of a new version of a folder is cut off at every step: in this process, and at some steps in one that is killed;
 * {@code -Dlamin.sweep=all} kills one at every step.
 */
class UploadSweepTest {
    private static final int KILLED = 128 + 9;
    private static final int STEPS_PER_KILL =
            System.getProperty("lamin.sweep", "").equals("all") ? 1 : 4;

    @TempDir
    Path folder;

    private final List<StoppedUpload> stopped = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void a_killed_upload_is_finished_by_the_same_call_or_leaves_a_file_that_doctor_removes(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            long steps = 0;
            while (isStoppedAt(steps, lab)) {
                examine(lab, "stopped at " + steps);
                if (steps % STEPS_PER_KILL == 0) {
                    kill(lab, steps);
                    examine(lab, "killed at " + steps);
                }
                steps++;
            }
            assertThat(steps).isGreaterThan(15);
            stopped.forEach(StoppedUpload::close);
        }
    }

    private boolean isStoppedAt(long step, TestInstance lab) throws IOException {
        var upload = StoppedUpload.start(lab, data(lab, "stopped at " + step), step);
        stopped.add(upload);
        return upload.isReached();
    }

    private static void kill(TestInstance lab, long step) throws IOException, InterruptedException {
        var command = JavaProgram.command(
                KilledUpload.class,
                lab.home().folder().toString(),
                lab.instance().slug().toString(),
                data(lab, "killed at " + step).toString(),
                String.valueOf(step));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(KILLED);
    }

    private static Path data(TestInstance lab) {
        return lab.home().folder().resolve("data");
    }

    /** Content that the instance does not have. */
    private static Path data(TestInstance lab, String content) throws IOException {
        Files.createDirectories(data(lab).resolve("sub"));
        Files.writeString(data(lab).resolve("a.txt"), content);
        Files.writeString(data(lab).resolve("sub/b.txt"), "more, " + content);
        return data(lab);
    }

    private static void examine(TestInstance lab, String content) throws IOException {
        var instance = lab.instance();
        var artifacts = instance.artifacts();
        for (var artifact : artifacts.find("data").map(artifacts::versions).orElse(List.of())) {
            requireWholeOrMarked(artifacts, artifact);
        }
        var before = instance.doctor().examine(true, bytes -> {});
        instance.repair().fix(before);

        var saved = artifacts.save(data(lab), SaveOptions.key("data")).artifact();
        assertThat(artifacts.path(saved).resolve("a.txt")).hasContent(content);
        assertThat(artifacts.path(saved).resolve("sub/b.txt")).hasContent("more, " + content);
        assertThat(artifacts.versions(saved))
                .filteredOn(StoredArtifact::isLatest)
                .containsExactly(saved);
        assertThat(artifacts.versions(saved)).extracting(StoredArtifact::hash).doesNotHaveDuplicates();
        assertThat(instance.doctor().examine(true, bytes -> {})).as(content).isEmpty();
    }

    private static void requireWholeOrMarked(Artifacts artifacts, StoredArtifact artifact) {
        if (artifacts.unfinished().containsKey(artifact) && !Files.exists(file(artifact))) {
            assertThatThrownBy(() -> artifacts.path(artifact))
                    .isInstanceOf(LaminException.class)
                    .hasMessageContaining("was not saved completely");
        } else {
            assertThat(artifacts.path(artifact)).exists();
        }
    }

    private static Path file(StoredArtifact artifact) {
        return Path.of(artifact.storage()).resolve(artifact.path());
    }
}
