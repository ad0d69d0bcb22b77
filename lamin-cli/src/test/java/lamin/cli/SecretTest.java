package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that was written into {@code --db} is nowhere to be read afterwards. */
class SecretTest {
    private static final String SECRET = "s3cr3tw0rd";

    @Test
    void no_output_and_no_file_has_the_password_of_the_url(@TempDir Path folder) throws IOException {
        try (var database = TestPostgres.createWithPassword(SECRET)) {
            var cli = Cli.in(Files.createDirectory(folder.toRealPath().resolve("u")));
            assertSilent(cli, 0, "init", "--storage", "lab", "--db", database.url());
            var knowing = cli.with("PGPASSWORD", SECRET);
            assertSilent(knowing, 0, "info", "--json");
            assertSilent(knowing, 0, "migrate", "status");
            assertSilent(knowing, 0, "migrate", "deploy");
            assertSilent(cli, 1, "migrate", "deploy", "--debug");
            assertSilent(cli.with("PGPASSWORD", SECRET + "x"), 1, "migrate", "status", "--debug");
            assertThat(cli.files().values()).noneMatch(content -> content.contains(SECRET));
        }
    }

    private static void assertSilent(Cli cli, int exitCode, String... command) {
        var result = cli.run(command);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.out() + result.err()).doesNotContain(SECRET);
    }
}
