package lamin.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.JavaProgram;
import lamin.TestInstance;
import lamin.instance.InstanceDatabase;
import lamin.instance.SqliteDatabase;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Patience;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong while a file is saved leaves no row and no file. */
class UploadFaultsTest {
    private static final int LARGE = 16 << 20;

    @TempDir
    Path folder;

    private static Path internal(TestInstance lab) {
        return lab.home().folder().resolve("lab/.lamindb");
    }

    private static void requireNothingSaved(TestInstance lab) throws IOException {
        assertThat(lab.numbers("select count(*) from lamindb_artifact")).containsExactly(0L);
        try (Stream<Path> files = Files.list(internal(lab))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("upload-"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_disk_that_gets_full_leaves_neither_a_row_nor_a_file(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var large = lab.home().folder().resolve("large.bin");
            try (var file = new RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(LARGE);
            }
            int blocks = LARGE / 512 / 2;
            var command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
            command.addAll(JavaProgram.command(
                    KilledUpload.class,
                    lab.home().folder().toString(),
                    lab.instance().slug().toString(),
                    large.toString(),
                    "-1"));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isOne();
            assertThat(output).contains("cannot copy " + large, "nothing was saved");
            requireNothingSaved(lab);
        }
    }

    @Test
    void a_storage_that_cannot_be_written_is_reported_in_one_clear_error() throws Exception {
        try (var lab = TestInstance.create(Kind.POSTGRESQL, folder)) {
            var file = lab.write("a.txt", "text");
            try (Stream<Path> files = Files.walk(internal(lab))) {
                for (var each :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
            Files.writeString(internal(lab), "not a folder");
            assertThatThrownBy(() -> lab.instance().artifacts().save(file, SaveOptions.NONE))
                    .isInstanceOfSatisfying(
                            LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FAILURE))
                    .hasMessageStartingWith("cannot copy " + file)
                    .hasMessageEndingWith("nothing was saved");
            assertThat(lab.numbers("select count(*) from lamindb_artifact")).containsExactly(0L);
        }
    }

    @Test
    void a_database_that_stays_locked_leaves_neither_a_row_nor_a_file() throws Exception {
        try (var lab = TestInstance.create(Kind.SQLITE, folder)) {
            var patience = new Patience(Duration.ofMillis(50), Duration.ofMillis(200));
            var file = lab.instance().storage().databaseFile();
            var database = new SqliteDatabase(file, patience, Notices.NONE);
            lab.instance().artifacts().pendingRemovals();
            var records = new RecordStore(
                    InstanceDatabase.pooled(database), lab.instance().user(), Clock.systemUTC(), new CurrentRun(null));
            var artifacts = new Artifacts(records, lab.instance().storage());
            var text = lab.write("a.txt", "text");
            try (var writer = lab.instance().database().transaction()) {
                assertThat(writer.isClosed()).isFalse();
                assertThatThrownBy(() -> artifacts.save(text, SaveOptions.NONE))
                        .isInstanceOfSatisfying(
                                LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSY));
            }
            requireNothingSaved(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_pipe_a_loop_and_a_link_that_leads_out_leave_no_row(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var artifacts = lab.instance().artifacts();
            var pipe = lab.home().folder().resolve("pipe");
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
            assertThatThrownBy(() -> artifacts.save(pipe, SaveOptions.NONE)).hasMessageContaining("a pipe");

            var loop = Files.createDirectories(lab.home().folder().resolve("loop"));
            Files.createSymbolicLink(loop.resolve("again"), loop);
            assertThatThrownBy(() -> artifacts.save(loop, SaveOptions.NONE)).isInstanceOf(LaminException.class);

            var leads = Files.createDirectories(lab.home().folder().resolve("leads"));
            Files.createSymbolicLink(leads.resolve("out"), lab.write("secret.txt", "secret"));
            assertThatThrownBy(() -> artifacts.save(leads, SaveOptions.NONE)).hasMessageContaining("is a link to");
            requireNothingSaved(lab);
        }
    }
}
