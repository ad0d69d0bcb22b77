package lamin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.artifact.SaveOptions;
import lamin.artifact.SavedArtifact;
import lamin.artifact.SavedArtifact.Outcome;
import lamin.artifact.StoredArtifact;
import lamin.doctor.Problem;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import lnschema_core.Artifact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArtifactsTest {
    @TempDir
    Path folder;

    private Home home = Home.in(Path.of(""));
    private @org.jspecify.annotations.Nullable TestPostgres postgres;

    private Instance init(Kind kind) throws IOException {
        home = Home.in(folder.toRealPath());
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

    private Path write(String name, String text) throws IOException {
        var file = home.folder().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_is_copied_under_its_uid_and_registered(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var file = write("in/counts.csv.gz", "a,b");
            var saved = instance.artifacts()
                    .save(file, SaveOptions.key("runs/counts.csv.gz").description("counts"));

            assertThat(saved.outcome()).isEqualTo(Outcome.NEW);
            var artifact = saved.artifact();
            assertThat(artifact.uid()).hasSize(20).endsWith("0000");
            assertThat(artifact.path()).isEqualTo(".lamindb/" + artifact.uid() + ".csv.gz");
            assertThat(instance.artifacts().path(artifact)).hasContent("a,b");
            assertThat(temporaryFiles()).isEmpty();

            var entity = instance.registry(Artifact.class).get(artifact.uid());
            assertThat(entity.key()).isEqualTo("runs/counts.csv.gz");
            assertThat(entity.description()).isEqualTo("counts");
            assertThat(entity.suffix()).isEqualTo(".csv.gz");
            assertThat(entity.size()).isEqualTo(3);
            assertThat(entity.hashType()).isEqualTo("md5");
            assertThat(entity.isLatest()).isTrue();
            assertThat(entity.keyIsVirtual()).isTrue();
            assertThat(entity.overwriteVersions()).isFalse();
            assertThat(entity.createdBy().handle()).isEqualTo("anonymous");
        }
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(home.folder().resolve("lab/.lamindb"))) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_content_is_not_added_again(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var first = instance.artifacts().save(write("a.txt", "same"), SaveOptions.key("a.txt"));
            var second = instance.artifacts().save(write("b.txt", "same"), SaveOptions.NONE);
            assertThat(second).isEqualTo(new SavedArtifact(first.artifact(), Outcome.EXISTING));
            assertThat(instance.registry(Artifact.class).count()).isOne();
            assertThat(temporaryFiles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void empty_files_with_other_keys_are_other_artifacts(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var artifacts = instance.artifacts();
            var empty = write("a.txt", "");
            var first = artifacts.save(empty, SaveOptions.key("a.txt"));
            assertThat(artifacts.save(empty, SaveOptions.key("b.txt")).outcome())
                    .isEqualTo(Outcome.NEW);
            assertThat(artifacts.save(empty, SaveOptions.key("a.txt")))
                    .isEqualTo(new SavedArtifact(first.artifact(), Outcome.EXISTING));
            var unnamed = artifacts.save(empty, SaveOptions.NONE);
            assertThat(unnamed.outcome()).isEqualTo(Outcome.NEW);
            assertThat(artifacts.save(write("c.txt", ""), SaveOptions.NONE))
                    .isEqualTo(new SavedArtifact(unnamed.artifact(), Outcome.EXISTING));
        }
    }

    @ParameterizedTest
    @EnumSource
    void other_content_under_the_same_key_is_a_new_version(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var artifacts = instance.artifacts();
            var first = artifacts
                    .save(write("a.txt", "one"), SaveOptions.key("a.txt"))
                    .artifact();
            var saved = artifacts.save(write("a.txt", "two"), SaveOptions.key("a.txt"));
            var third = artifacts
                    .save(write("other.txt", "three"), SaveOptions.NONE.revises(first.uid()))
                    .artifact();

            assertThat(saved.outcome()).isEqualTo(Outcome.NEW_VERSION);
            assertThat(saved.artifact().uid()).isEqualTo(first.stem() + "0001");
            assertThat(third.uid()).isEqualTo(first.stem() + "0002");
            assertThat(artifacts.versions(first))
                    .extracting(StoredArtifact::isLatest)
                    .containsExactly(false, false, true);
            assertThat(artifacts.path(first)).hasContent("one");
            assertThat(artifacts.path(saved.artifact())).hasContent("two");
            assertThat(artifacts.get(first.stem())).isEqualTo(third);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_in_the_storage_stays_where_it_is(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var file = write("lab/raw/x.fastq", "ACGT");
            var artifact = instance.artifacts().save(file, SaveOptions.NONE).artifact();
            assertThat(artifact.key()).isEqualTo("raw/x.fastq");
            assertThat(artifact.hasVirtualKey()).isFalse();
            assertThat(instance.artifacts().path(artifact)).isEqualTo(file);
            assertThatThrownBy(() -> instance.artifacts().save(file, SaveOptions.key("y.fastq")))
                    .hasMessageContaining("where its key is raw/x.fastq");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_folder_is_one_artifact(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            write("data/a.txt", "one");
            write("data/sub/b.txt", "two");
            var artifact = instance.artifacts()
                    .save(home.folder().resolve("data"), SaveOptions.key("data"))
                    .artifact();
            assertThat(artifact.files()).isEqualTo(2);
            assertThat(artifact.path()).isEqualTo(".lamindb/" + artifact.uid());
            assertThat(instance.artifacts().path(artifact).resolve("sub/b.txt")).hasContent("two");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_new_version_of_a_folder_keeps_the_old_one(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var artifacts = instance.artifacts();
            write("data/a.txt", "one");
            var folder = home.folder().resolve("data");
            var first = artifacts.save(folder, SaveOptions.key("data")).artifact();
            write("data/a.txt", "two");
            var second = artifacts.save(folder, SaveOptions.key("data"));
            assertThat(second.outcome()).isEqualTo(Outcome.NEW_VERSION);
            assertThat(artifacts.path(first).resolve("a.txt")).hasContent("one");
            assertThat(artifacts.path(second.artifact()).resolve("a.txt")).hasContent("two");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_file_of_a_folder_can_be_an_artifact(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            for (int i = 0; i < 20; i++) {
                write("in/sub/" + i + ".txt", "content " + i / 2);
            }
            var saved =
                    instance.artifacts().saveEach(home.folder().resolve("in"), SaveOptions.key("batch"), bytes -> {});
            assertThat(saved).hasSize(20);
            assertThat(saved).filteredOn(SavedArtifact::isNew).hasSize(10);
            var seventh = instance.artifacts().get("batch/sub/14.txt");
            assertThat(instance.artifacts().path(seventh)).hasContent("content 7");
            assertThat(temporaryFiles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytes_and_streams_are_saved_like_files(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var artifacts = instance.artifacts();
            var ofBytes = artifacts.save("a,b".getBytes(UTF_8), "x.csv", SaveOptions.key("in/x.csv"));
            assertThat(ofBytes.artifact().suffix()).isEqualTo(".csv");
            assertThat(ofBytes.artifact().size()).isEqualTo(3);
            var ofFile = artifacts.save(write("y.csv", "a,b"), SaveOptions.NONE);
            assertThat(ofFile).isEqualTo(new SavedArtifact(ofBytes.artifact(), Outcome.EXISTING));
            try (var in = artifacts.open(ofBytes.artifact())) {
                assertThat(in).hasContent("a,b");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_trash_keeps_the_file_and_the_version_before_becomes_the_latest(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var artifacts = instance.artifacts();
            var first = artifacts
                    .save(write("a.txt", "one"), SaveOptions.key("a.txt"))
                    .artifact();
            var second = artifacts
                    .save(write("a.txt", "two"), SaveOptions.key("a.txt"))
                    .artifact();
            artifacts.trash(second);
            assertThat(artifacts.get("a.txt").uid()).isEqualTo(first.uid());
            assertThat(artifacts.get(second.uid()).isInTrash()).isTrue();
            assertThat(artifacts.path(second)).hasContent("two");
            assertThatThrownBy(() -> artifacts.save(home.folder().resolve("a.txt"), SaveOptions.key("a.txt")))
                    .hasMessageContaining("is in the trash: artifact " + second.uid());

            artifacts.restore(second);
            assertThat(artifacts.get(second.uid()).isInTrash()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deleting_permanently_removes_row_links_and_file(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var artifacts = instance.artifacts();
            var artifact = artifacts
                    .save(write("a.txt", "one"), SaveOptions.key("a.txt"))
                    .artifact();
            var path = artifacts.path(artifact);
            var run = instance.track("step");
            artifacts.path(artifact);
            run.finish();

            var plan = artifacts.planDelete(artifact, false);
            assertThat(plan.bytes()).contains(3L);
            assertThat(plan.rows().inputs()).isOne();
            assertThatThrownBy(() -> artifacts.delete(plan, Set.of()))
                    .isInstanceOfSatisfying(
                            LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                    .hasMessageContaining("is an input of 1 run");
            assertThat(path).exists();

            assertThat(artifacts.delete(plan, Set.of(artifact.uid()))).isTrue();
            assertThat(path).doesNotExist();
            assertThat(artifacts.find(artifact.uid())).isEmpty();
            assertThat(instance.doctor().examine(true, bytes -> {})).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_was_in_the_storage_before_stays_when_its_artifact_is_deleted(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var artifacts = instance.artifacts();
            var file = write("lab/raw/x.txt", "ACGT");
            var artifact = artifacts.save(file, SaveOptions.NONE).artifact();
            artifacts.delete(artifacts.planDelete(artifact, false), Set.of());
            assertThat(file).hasContent("ACGT");
            var again = artifacts.save(file, SaveOptions.NONE).artifact();
            artifacts.delete(artifacts.planDelete(again, true), Set.of());
            assertThat(file).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saving_again_brings_back_a_lost_file(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var file = write("a.txt", "text");
            var artifact = instance.artifacts().save(file, SaveOptions.NONE).artifact();
            var path = instance.artifacts().path(artifact);
            Files.delete(path);
            assertThat(instance.doctor().examine(false, bytes -> {}))
                    .containsExactly(new Problem.MissingFile(artifact));
            instance.artifacts().save(file, SaveOptions.NONE);
            assertThat(path).hasContent("text");
            assertThat(instance.doctor().examine(true, bytes -> {})).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_who_save_the_same_file_at_once_get_one_artifact(Kind kind) throws Exception {
        try (var instance = init(kind);
                var threads = Executors.newFixedThreadPool(8)) {
            var file = write("a.txt", "same");
            Callable<SavedArtifact> save = () -> instance.artifacts().save(file, SaveOptions.NONE);
            var results = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(ignored -> save).toList());
            for (var result : results) {
                assertThat(result.get().artifact().uid())
                        .isEqualTo(results.getFirst().get().artifact().uid());
            }
            assertThat(instance.registry(Artifact.class).count()).isOne();
            assertThat(temporaryFiles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_who_save_under_the_same_key_at_once_get_a_version_each(Kind kind) throws Exception {
        try (var instance = init(kind);
                var threads = Executors.newFixedThreadPool(8)) {
            var saves = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<SavedArtifact>)
                            () -> instance.artifacts().save(written(number), SaveOptions.key("a.txt")))
                    .toList();
            for (var result : threads.invokeAll(saves)) {
                result.get();
            }
            var all = instance.artifacts().versions(instance.artifacts().get("a.txt"));
            assertThat(all).hasSize(8);
            assertThat(all).filteredOn(StoredArtifact::isLatest).containsExactly(all.getLast());
        }
    }

    private Path written(int number) {
        try {
            return write("in/" + number + ".txt", "content " + number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_unfinished_artifact_is_finished_by_saving_it_again(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var file = write("a.txt", "text");
            var artifact = instance.artifacts().save(file, SaveOptions.NONE).artifact();
            var path = instance.artifacts().path(artifact);
            Files.delete(path);
            instance.database().write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("insert into lamin_upload (artifact_id, temporary) values ("
                            + artifact.id() + ", '.lamindb/upload-gone.tmp')");
                }
            });
            assertThatThrownBy(() -> instance.artifacts().path(artifact))
                    .hasMessageContaining("was not saved completely");

            assertThat(instance.artifacts().save(file, SaveOptions.NONE).outcome())
                    .isEqualTo(Outcome.EXISTING);
            assertThat(path).hasContent("text");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void bad_keys_are_refused_and_nothing_is_saved(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var file = write("a.txt", "text");
            for (var key : List.of(
                    "../x", "/x", "C:\\x", "a//b", "a/", "a\0b", "", ".", "a/..", "x.", "nul", "k".repeat(1025))) {
                assertThatThrownBy(() -> instance.artifacts().save(file, SaveOptions.key(key)))
                        .as(key)
                        .isInstanceOfSatisfying(
                                LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
            }
            assertThat(instance.artifacts()
                            .save(file, SaveOptions.key("u\u0308/a.txt"))
                            .artifact()
                            .key())
                    .isEqualTo("\u00fc/a.txt");
        }
    }
}
