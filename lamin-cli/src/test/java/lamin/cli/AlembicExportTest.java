package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lamin migrate export} as a user calls it. */
class AlembicExportTest {
    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cli = Cli.in(folder.toRealPath());
    }

    @Test
    void modules_come_with_those_they_depend_on() throws Exception {
        var result = cli.run("migrate", "export", "--format", "alembic", "out", "--module", "bionty");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines())
                .containsExactly(
                        "alembic -c out/core/alembic.ini upgrade head",
                        "alembic -c out/bionty/alembic.ini upgrade head");
        assertThat(Files.readString(cli.folder().resolve("out/README.md"))).startsWith("# Alembic environments");
        try (var scripts = Files.list(cli.folder().resolve("out/core/versions"))) {
            var sorted = scripts.sorted().toList();
            assertThat(sorted)
                    .extracting(script -> script.getFileName().toString())
                    .containsExactly("2026-11-22-817d36a0b276-v2_12_1.py", "2026-11-30-46e9dafbd8c0-v2_12_2.py");
            assertThat(Files.readString(sorted.getLast())).startsWith("\"\"\"v2.12.2.\"\"\"\n");
        }
    }

    @Test
    void the_project_in_the_current_directory_is_exported() throws Exception {
        var example = Example.copyTo(cli.folder().resolve("lnschema-lamin1"));

        var result = cli.at(example.directory()).run("migrate", "export", "--format", "alembic", "out", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        var json = TestJson.read(result.out());
        assertThat(json.get("modules")).hasToString("[\"core\",\"bionty\",\"lamin1\"]");
        assertThat(json.get("files").toString()).contains("lamin1/versions/2026-11-22-a904efb4bd6c-v0_4_0.py");
    }

    @Test
    void a_folder_of_somebody_else_is_left_alone() throws Exception {
        Files.createDirectories(cli.folder().resolve("out"));
        Files.writeString(cli.folder().resolve("out/notes.txt"), "mine");

        for (var modules : List.of("core", "bionty")) {
            Failing.assertFails(
                    cli, 4, "notes.txt", "migrate", "export", "--format", "alembic", "out", "--module", modules);
        }
    }

    @Test
    void bad_requests_are_refused_with_what_would_do() {
        Failing.assertFails(cli, 2, "--format", "migrate", "export", "out");
        Failing.assertFails(cli, 2, "expected one of [ALEMBIC]", "migrate", "export", "--format", "flyway", "out");
        Failing.assertFails(
                cli, 2, "unknown module nope", "migrate", "export", "--format", "alembic", "out", "--module", "nope");
        Failing.assertFails(cli, 2, "no instance is loaded here", "migrate", "export", "--format", "alembic", "out");
    }
}
