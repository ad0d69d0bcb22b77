package lamin.schema.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lamin.schema.fixture.Database;
import lamin.testing.databases.TestSqlite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that are ended while they write to a SQLite file: the file alone is the whole database again. */
class EndedDeployTest {
    /** Beyond what SQLite keeps in memory, so that it writes to the file before the commit. */
    private static final int ROWS = 150_000;

    private final TestSqlite sqlite = TestSqlite.create();
    private final Database database = new Database(sqlite);

    @BeforeEach
    void fill() {
        database.deploy(LongDeploy.BASE);
        database.execute("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                INSERT INTO assay_x (name) SELECT 'a name that takes some room' FROM n""".formatted(ROWS));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void ctrl_c_leaves_the_file_as_it_was_and_nothing_beside_it() throws Exception {
        var before = Files.readAllBytes(sqlite.file());
        var process = start(command());
        try (var output = process.inputReader(UTF_8)) {
            assertThat(output.readLine()).isEqualTo(LongDeploy.REACHED);
            assertThat(sqlite.file().getParent())
                    .as("the deploy has written already")
                    .isDirectoryContaining("glob:**-journal");
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ended; a build that a script starts in the background ignores the signal: start it otherwise")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }

        assertIsAsBefore(before);
    }

    @Test
    void a_file_that_may_not_grow_stays_as_it_was_and_the_error_says_what_to_look_at() throws IOException {
        var before = Files.readAllBytes(sqlite.file());
        int blocks = before.length / 512 * 5 / 4;
        var limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        limited.addAll(command());
        var process = start(limited);
        try (var output = process.inputReader(UTF_8)) {
            assertThat(output.lines()).anyMatch(line -> line.contains("see whether the disk is full or fails"));
        }

        assertThat(process.onExit().join().exitValue()).isEqualTo(1);
        assertIsAsBefore(before);
    }

    private void assertIsAsBefore(byte[] before) throws IOException {
        Path file = sqlite.file();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                LongDeploy.class.getName(),
                sqlite.jdbcUrl());
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
