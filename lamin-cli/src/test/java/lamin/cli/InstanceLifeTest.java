package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance from init to delete. */
class InstanceLifeTest {
    private static final String[] INIT = {"init", "--storage", "./test-schema", "--schema", "bionty"};

    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void home(@TempDir Path folder) throws IOException {
        cli = Cli.in(Files.createDirectory(folder.toRealPath().resolve("u")));
    }

    @Test
    void the_same_init_again_changes_no_byte() {
        assertThat(cli.run(INIT).out()).startsWith("initialised anonymous/test-schema with core, bionty");
        var before = cli.files();
        var again = cli.run(INIT);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualTo("already initialised: anonymous/test-schema\n");
        assertThat(cli.files()).isEqualTo(before);
    }

    @Test
    void init_with_other_arguments_is_refused() {
        cli.run(INIT);
        fails(4, "other modules", "init", "--storage", "./test-schema");
        fails(4, "managed by another instance", "init", "--storage", "./test-schema", "--name", "other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate deploy", "migrate plan", "migrate downgrade core@base --yes", "load x --yes"})
    void the_database_of_the_instance_that_took_the_folder_over_is_not_migrated(String command) throws IOException {
        cli.run("init", "--storage", "./test-schema", "--name", "x");
        for (var file : List.of("lamin.db", "storage_uid.txt")) {
            Files.delete(cli.folder().resolve("test-schema/.lamindb").resolve(file));
        }
        cli.run("init", "--storage", "./test-schema", "--name", "y");
        cli.run("load", "x");
        cli.sql("y", "update migration_core set version_num = '817d36a0b276'");

        fails(4, "managed by another instance: anonymous/y", command.split(" "));
    }

    @Test
    void info_and_status_tell_modules_versions_and_heads_as_json() throws IOException {
        cli.run(INIT);
        var info = TestJson.read(cli.run("info", "--json").out());
        assertThat(info.at("/instance").asText()).isEqualTo("anonymous/test-schema");
        assertThat(info.at("/modules").findValuesAsText("name")).containsExactly("bionty", "core");
        assertThat(info.at("/modules/0/version").asText()).isNotEmpty();

        var status = TestJson.read(cli.run("migrate", "status", "--json").out());
        assertThat(status.at("/in_sync").asBoolean()).isTrue();
        assertThat(status.at("/modules").findValuesAsText("head"))
                .isEqualTo(info.at("/modules").findValuesAsText("head"));
    }

    @Test
    void nothing_is_loaded_after_close() {
        cli.run(INIT);
        assertThat(cli.run("close").exitCode()).isZero();
        fails(2, "lamin load NAME", "info");
        assertThat(cli.run("load", "test-schema").exitCode()).isZero();
        assertThat(cli.run("info").exitCode()).isZero();
    }

    @Test
    void a_database_ahead_of_the_code_is_not_loaded() {
        cli.run(INIT);
        cli.sql("test-schema", "update migration_bionty set version_num = 'ffffffffffff'");
        fails(6, "the build of lnschema-bionty that was deployed", "load", "test-schema");
        assertThat(cli.run("migrate", "status").exitCode()).isEqualTo(6);
    }

    @Nested
    class Deleting {
        @BeforeEach
        void init() {
            cli.run(INIT);
        }

        @Test
        void what_holds_nothing_needs_no_terminal() {
            var result = cli.run("delete", "test-schema", "--json");
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("\"deleted\" : \"anonymous/test-schema\"");
            assertThat(cli.files().keySet()).isEqualTo(Set.of("", "home", "home/.lamin"));
        }

        @Test
        void records_go_only_when_a_person_says_yes() {
            addLabel("test-schema");
            fails(4, "1 row in lamindb_ulabel", "delete", "test-schema");
            assertThat(cli.runAnswering(List.of("n"), "delete", "test-schema").exitCode())
                    .isEqualTo(4);
            assertThat(cli.runAnswering(List.of("y"), "delete", "test-schema").exitCode())
                    .isZero();
            assertThat(cli.files().keySet()).doesNotContain("test-schema");
        }

        @Test
        void data_files_stop_it_also_with_yes_and_are_never_deleted() throws IOException {
            var data = Files.writeString(cli.folder().resolve("test-schema/sample.csv"), "a,b");
            fails(4, "sample.csv", "delete", "test-schema", "--yes");
            var forced = cli.run("delete", "test-schema", "--yes", "--force");
            assertThat(forced.exitCode()).isZero();
            assertThat(forced.err()).contains("warning: 1 data files stay");
            assertThat(data).hasContent("a,b");
        }

        @Test
        void an_unknown_name_is_answered_with_those_that_are_known() {
            fails(2, "known are: anonymous/test-schema", "delete", "other", "--yes");
        }

        @Test
        void in_postgresql_our_tables_go() {
            try (var postgres = TestPostgres.create()) {
                cli.run("init", "--storage", "./lab", "--name", "lab", "--db", postgres.url());
                addLabel("lab");
                fails(4, "lamindb_ulabel", "delete", "lab");
                assertThat(cli.run("delete", "lab", "-y").exitCode()).isZero();
                assertThat(cli.files().keySet()).doesNotContain("lab");
            }
        }

        @Test
        void init_says_that_it_created_the_database() throws Exception {
            try (var postgres = TestPostgres.create();
                    var connection = postgres.connection();
                    var statement = connection.createStatement()) {
                var typo = postgres.url() + "_typo";
                var first = cli.run("init", "--storage", "./lab", "--name", "lab", "--db", typo);
                assertThat(first.outLines())
                        .containsExactly(
                                "created the database " + typo, "initialised anonymous/lab with core in " + typo);
                cli.run("delete", "lab", "-y");
                assertThat(cli.run("init", "--storage", "./lab", "--name", "lab", "--db", typo)
                                .out())
                        .startsWith("initialised");
                statement.execute("drop database " + typo.replaceAll(".*/", ""));
            }
        }

        private void addLabel(String instance) {
            var result = cli.run(
                    "shell", "--instance", instance, "-c", "instance.registry(ULabel.class).save(new ULabel(\"x\"));");
            assertThat(result.exitCode()).as(result.err()).isZero();
        }
    }

    /** With one to four lines on stderr, and nothing changed. */
    private void fails(int exitCode, String message, String... arguments) {
        Failing.assertFails(cli, exitCode, message, arguments);
    }
}
