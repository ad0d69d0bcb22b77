package lamin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that write to one instance at the same time. The system properties {@code lamin.writers} and
 * {@code lamin.records} set how many there are, and how many artifacts, labels and runs each saves.
 */
class ManyWritersTest {
    private static final int WRITERS = Integer.getInteger("lamin.writers", 4);
    private static final int RECORDS = Integer.getInteger("lamin.records", 20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void all_that_many_processes_save_at_once_is_there(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var processes = new ArrayList<Process>();
            for (int writer = 0; writer < WRITERS; writer++) {
                processes.add(start(lab, writer));
            }
            for (var process : processes) {
                int code = process.waitFor();
                assertThat(code)
                        .as(Files.readString(log(processes.indexOf(process))))
                        .isZero();
            }
            int shared =
                    (int) IntStream.range(0, RECORDS).filter(i -> i % 5 == 0).count();
            int common =
                    (int) IntStream.range(0, RECORDS).filter(i -> i % 2 == 0).count();
            assertThat(lab.numbers("select count(*) from lamindb_artifact where kind is null"))
                    .containsExactly((long) shared + (long) WRITERS * (RECORDS - shared));
            assertThat(lab.numbers("select count(*) from lamindb_ulabel"))
                    .containsExactly((long) common + (long) WRITERS * (RECORDS - common));
            assertThat(lab.numbers("select count(*) from lamindb_run where _status_code = 0"))
                    .containsExactly((long) WRITERS * RECORDS);
            assertThat(lab.numbers("select count(*) from lamindb_transform")).containsExactly((long) WRITERS);
            assertThat(lab.instance().doctor().examine(true, bytes -> {})).isEmpty();
        }
    }

    private Path log(int writer) throws IOException {
        return folder.toRealPath().resolve("writer-" + writer + ".log");
    }

    private Process start(TestInstance lab, int writer) throws IOException {
        var command = JavaProgram.command(
                BusyWriter.class,
                lab.home().folder().toString(),
                lab.instance().slug().toString(),
                String.valueOf(writer),
                String.valueOf(RECORDS));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(writer).toFile())
                .start();
    }
}
