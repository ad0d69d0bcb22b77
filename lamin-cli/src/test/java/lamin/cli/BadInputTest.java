package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type wrong, and what is not as they think. */
class BadInputTest {
    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void home(@TempDir Path folder) throws IOException {
        cli = Cli.in(Files.createDirectory(folder.toRealPath().resolve("u")));
    }

    @Test
    void a_wrong_option_is_reported_as_json_to_those_who_asked_for_it() throws IOException {
        var result = cli.run("migrate", "plan", "--json", "--colour");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(TestJson.read(result.err()).at("/error/code").asText()).isEqualTo("usage");
        assertThat(TestJson.read(result.err()).at("/error/message").asText()).contains("--colour");
    }

    @Nested
    class Init {
        @Test
        void an_unknown_module_is_answered_with_those_that_are_known() {
            fails(
                    2,
                    "unknown module assay; known modules: bionty, core",
                    "init",
                    "--storage",
                    "lab",
                    "--schema",
                    "assay");
        }

        @Test
        void an_unknown_scheme_is_refused() {
            fails(2, "mysql", "init", "--storage", "lab", "--db", "mysql://ann@db.example/lab");
        }

        @Test
        void the_url_of_a_java_program_needs_a_user_too() {
            fails(2, "a user", "init", "--storage", "lab", "--db", "jdbc:postgresql://db.example/lab");
        }

        @Test
        void a_password_is_masked_wherever_its_url_was_typed() {
            var url = "postgresql://ann:s3/cr@t@db.example:5432/lab";
            for (var arguments : List.of(
                    List.of("init", "--storage", url),
                    List.of("init", "--storage", "lab", "--name", url),
                    List.of("init", "--storage", "lab", url),
                    List.of("init", "--storage", "lab", "--bd=" + url),
                    List.of(url),
                    List.of("load", url, "--json"),
                    List.of("load", url, "--debug"),
                    List.of("load", "postgresql://db.example/lab?user=ann&password=s3/cr@t"))) {
                var result = cli.run(arguments.toArray(String[]::new));
                assertThat(result.exitCode()).as(arguments.toString()).isNotZero();
                assertThat(result.out() + result.err()).as(arguments.toString()).doesNotContain("s3/cr", "cr@t");
            }
        }

        @Test
        void a_server_that_does_not_answer_is_named() throws IOException {
            int free;
            try (var socket = new ServerSocket(0)) {
                free = socket.getLocalPort();
            }
            fails(
                    1,
                    "localhost:" + free,
                    "init",
                    "--storage",
                    "lab",
                    "--db",
                    "postgresql://ann@localhost:" + free + "/lab");
        }

        @Test
        void a_wrong_password_is_reported_and_not_repeated() {
            try (var postgres = TestPostgres.createWithPassword("right")) {
                var url = postgres.url().replace(":right@", ":wr0ng@");
                fails(1, "password", "init", "--storage", "lab", "--db", url);
                assertThat(cli.run("init", "--storage", "lab", "--db", url).err())
                        .doesNotContain("wr0ng");
            }
        }

        @Test
        void a_storage_that_cannot_be_written_is_named() throws IOException {
            fails(
                    1,
                    "cannot write",
                    "init",
                    "--storage",
                    readOnly().resolve("lab").toString());
        }

        /** Root may write anywhere but where the kernel says no. */
        private Path readOnly() throws IOException {
            var kernel = Path.of("/proc");
            if (Files.isDirectory(kernel)) {
                return kernel;
            }
            var folder = Files.createDirectory(cli.folder().resolve("read-only"));
            assertThat(folder.toFile().setWritable(false)).isTrue();
            return folder;
        }

        @Test
        void a_file_where_the_folder_should_be_is_named() throws IOException {
            Files.writeString(cli.folder().resolve("lab"), "mine");
            fails(1, "is a file, not a folder", "init", "--storage", "lab");
        }

        @Test
        void a_name_that_is_taken_is_refused() {
            cli.run("init", "--storage", "lab");
            fails(4, "choose another name: --name NAME", "init", "--storage", "other", "--name", "lab");
        }

        @Test
        void a_corrupt_database_is_not_touched() throws IOException {
            cli.run("init", "--storage", "lab");
            Files.writeString(cli.folder().resolve("lab/.lamindb/lamin.db"), "no database");
            fails(1, "lamin.db", "init", "--storage", "lab");
            fails(1, "lamin.db", "load", "lab");
            fails(1, "lamin.db", "info");
            fails(1, "lamin.db", "schema", "view");
        }
    }

    @Nested
    class Other_commands {
        @ParameterizedTest
        @ValueSource(strings = {"create", "generate", "check"})
        void a_migration_is_written_in_a_module_only(String command) {
            fails(2, "no schema module here", "migrate", command);
        }

        @ParameterizedTest
        @ValueSource(strings = {"load", "delete"})
        void an_unknown_instance_is_reported(String command) {
            fails(2, "there is no instance anonymous/absent", command, "absent");
        }

        @ParameterizedTest
        @ValueSource(strings = {"info", "shell", "schema view", "schema graph", "migrate status", "migrate deploy"})
        void without_an_instance_the_next_step_is_named(String command) {
            fails(2, "lamin init --storage FOLDER", command.split(" ", -1));
        }

        @Test
        void a_command_that_is_misspelt_is_answered_with_a_similar_one() {
            fails(2, "did you mean: migrate", "migrte");
            fails(2, "did you mean: view?", "schema", "veiw");
            fails(2, "there are: graph, view", "schema", "show");
            fails(2, "did you mean: --schema?", "init", "--storage", "lab", "--shema", "bionty");
        }

        @Test
        void a_group_without_a_command_names_its_commands() {
            fails(2, "graph, view", "schema");
        }
    }

    @Nested
    class Help {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "init",
                    "load",
                    "close",
                    "info",
                    "delete",
                    "shell",
                    "migrate",
                    "migrate create",
                    "migrate generate",
                    "migrate check",
                    "migrate status",
                    "migrate deploy",
                    "schema",
                    "schema view",
                    "schema graph",
                    "module",
                    "module list",
                    "module add",
                    "module remove",
                    "module inspect"
                })
        void needs_neither_modules_nor_databases_and_has_examples(String command) throws IOException {
            brokenModuleProject();
            var before = cli.files();
            var result = cli.run((command + " --help").split(" ", -1));
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("Usage: lamin " + command, "Examples:", "  lamin " + command);
            assertThat(result.err()).isEmpty();
            assertThat(cli.files()).isEqualTo(before);
        }

        private void brokenModuleProject() throws IOException {
            Files.writeString(cli.folder().resolve("pom.xml"), "<broken>");
            var root = Files.createDirectories(cli.folder().resolve("src/main/java/lnschema_assay"));
            Files.writeString(root.resolve("package-info.java"), "broken");
        }
    }

    private void fails(int exitCode, String message, String... arguments) {
        Failing.assertFails(cli, exitCode, message, arguments);
    }
}
