package lamin.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.Instance;
import lamin.JavaProgram;
import lamin.TestInstance;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes are killed at every step of saving a new version of a folder. */
class UploadSweepTest {
    private static final int KILLED = 128 + 9;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_killed_upload_is_finished_by_the_same_call_or_leaves_a_file_that_doctor_removes(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            var data = lab.home().folder().resolve("data");
            long step = 0;
            for (var end = upload(lab, data, step); end == KILLED; end = upload(lab, data, ++step)) {
                examine(instance, data, step);
            }
            assertThat(step).isGreaterThan(15);
        }
    }

    /** Saves content that the instance does not have, in a process that is killed, and returns its exit code. */
    private static int upload(TestInstance lab, Path data, long step) throws IOException, InterruptedException {
        Files.createDirectories(data.resolve("sub"));
        Files.writeString(data.resolve("a.txt"), "content " + step);
        Files.writeString(data.resolve("sub/b.txt"), "more " + step);
        var command = JavaProgram.command(
                KilledUpload.class,
                lab.home().folder().toString(),
                lab.instance().slug().toString(),
                data.toString(),
                String.valueOf(step));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int code = process.waitFor();
        assertThat(code).as(output).isIn(0, KILLED);
        return code;
    }

    private static void examine(Instance instance, Path data, long step) throws IOException {
        var artifacts = instance.artifacts();
        for (var artifact : artifacts.find("data").map(artifacts::versions).orElse(List.of())) {
            requireWholeOrMarked(artifacts, artifact);
        }
        var before = instance.doctor().examine(true, bytes -> {});
        instance.repair().fix(before);

        var saved = artifacts.save(data, SaveOptions.key("data")).artifact();
        assertThat(artifacts.path(saved).resolve("a.txt")).as("step %d", step).hasContent("content " + step);
        assertThat(artifacts.path(saved).resolve("sub/b.txt")).hasContent("more " + step);
        assertThat(artifacts.versions(saved))
                .filteredOn(StoredArtifact::isLatest)
                .containsExactly(saved);
        assertThat(artifacts.versions(saved)).extracting(StoredArtifact::hash).doesNotHaveDuplicates();
        assertThat(instance.doctor().examine(true, bytes -> {}))
                .as("step %d", step)
                .isEmpty();
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
