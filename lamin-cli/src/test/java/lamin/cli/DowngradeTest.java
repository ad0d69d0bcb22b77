package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The author of a module goes back with an instance, and up again. */
class DowngradeTest {
    private static final String FIRST = "a904efb4bd6c";
    private static final Pattern HEAD = Pattern.compile("migration = \"([0-9a-f]{12})\"");

    private Cli cli = Cli.in(Path.of(""));
    private String second = "";

    /** The example with a second migration, which adds a column. */
    @BeforeEach
    void makeInstance(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        var example = Example.copyTo(root.resolve("lnschema-lamin1"));
        cli = Cli.in(root).at(example.directory());
        example.addFieldToExperiment();
        succeeds("migrate", "create");
        var head = HEAD.matcher(example.read("package-info"));
        assertThat(head.find()).isTrue();
        second = head.group(1);
        init("lite");
    }

    private void init(String name, String... more) {
        var storage = cli.folder().resolve(name).toString();
        var arguments = new ArrayList<>(List.of("init", "--storage", storage, "--name", name, "--schema", "bionty"));
        arguments.addAll(List.of(more));
        succeeds(arguments.toArray(String[]::new));
    }

    private Cli.Result succeeds(String... arguments) {
        return succeeded(cli.run(arguments));
    }

    private static Cli.Result succeeded(Cli.Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private void fails(int exitCode, String message, String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.err()).contains(message);
        assertThat(result.out()).isEmpty();
    }

    private String revision() throws IOException {
        var status = TestJson.read(cli.run("migrate", "status", "--json").out());
        return status.at("/modules").findValuesAsText("revision").getLast();
    }

    /** A record with a value in the column that the second migration adds. */
    private void saveExperiment() {
        cli.sql(
                "lite",
                "insert into lamin1_experiment (uid, name, created_by_id, protocol)"
                        + " select 'e', 'e', min(id), 'p' from lamindb_user");
    }

    @Test
    void without_a_terminal_nothing_is_undone_and_what_would_be_is_listed() throws IOException {
        var result = cli.run("migrate", "downgrade", FIRST);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains(
                        "would be undone: lamin1 " + second + " (vX.X.X)",
                        "\nnothing was changed\n",
                        "lamin migrate downgrade " + FIRST + " --yes");
        assertThat(revision()).isEqualTo(second);
    }

    @Test
    void with_yes_it_goes_back_and_a_deploy_goes_up_again() throws IOException {
        assertThat(succeeds("migrate", "downgrade", "lamin1@a904", "--yes").out())
                .startsWith("undid lamin1 " + second + " (vX.X.X) in ")
                .hasLineCount(1);
        assertThat(revision()).isEqualTo(FIRST);
        assertThat(succeeds("migrate", "downgrade", FIRST).out()).isEqualTo("nothing to undo\n");

        assertThat(succeeds("migrate", "deploy", "--to", second).out()).startsWith("deployed lamin1 " + second);
        assertThat(revision()).isEqualTo(second);
    }

    @Test
    void what_was_undone_is_reported_as_json() throws IOException {
        var result = TestJson.read(
                succeeds("migrate", "downgrade", FIRST, "--yes", "--json").out());

        assertThat(result.at("/undone").findValuesAsText("revision")).containsExactly(second);
        assertThat(result.at("/undone/0/module").asText()).isEqualTo("lamin1");
    }

    @Test
    void a_person_is_asked_before_anything_is_undone() throws IOException {
        var declined = cli.runAnswering(List.of("n"), "migrate", "downgrade", FIRST);
        assertThat(declined.exitCode()).isEqualTo(4);
        assertThat(declined.err()).contains("would be undone: lamin1 " + second);
        assertThat(revision()).isEqualTo(second);

        succeeded(cli.runAnswering(List.of("y"), "migrate", "downgrade", FIRST));
        assertThat(revision()).isEqualTo(FIRST);
    }

    @Test
    void values_go_only_when_they_are_named_or_a_person_lets_them_go() throws IOException {
        saveExperiment();
        fails(
                4,
                "lamin migrate downgrade " + FIRST + " --allow-drop lamin1_experiment.protocol",
                "migrate",
                "downgrade",
                FIRST,
                "--yes");
        assertThat(cli.runAnswering(List.of("y", "n"), "migrate", "downgrade", FIRST)
                        .exitCode())
                .isEqualTo(4);
        assertThat(revision()).isEqualTo(second);

        succeeded(cli.runAnswering(List.of("y", "y"), "migrate", "downgrade", FIRST));
        succeeds("migrate", "deploy");
        saveAgain();
        succeeds("migrate", "downgrade", FIRST, "--yes", "--allow-drop", "lamin1_experiment.protocol");
        assertThat(cli.sql("lite", "select count(*) from lamin1_experiment")).isEqualTo(1);
    }

    private void saveAgain() {
        cli.sql("lite", "update lamin1_experiment set protocol = 'q'");
    }

    @Test
    void the_whole_module_goes_and_comes_back_in_postgresql() throws IOException {
        try (var postgres = TestPostgres.create()) {
            init("server", "--db", postgres.url());

            assertThat(succeeds("migrate", "downgrade", "lamin1@base", "--yes", "--instance", "server")
                            .out())
                    .hasLineCount(5);
            assertThat(succeeds("migrate", "deploy", "--to", FIRST, "--instance", "server")
                            .out())
                    .contains("deployed lamin1 " + FIRST)
                    .hasLineCount(4);
            assertThat(succeeds("migrate", "deploy", "--instance", "server").out())
                    .startsWith("deployed lamin1 " + second);
        }
    }

    @Test
    void what_another_module_depends_on_is_not_undone() {
        fails(
                4,
                "first: lamin migrate downgrade lamin1@base, then: lamin migrate downgrade bionty@base",
                "migrate",
                "downgrade",
                "bionty@base",
                "--yes");
    }

    @Test
    void a_target_on_the_other_side_comes_with_the_command_for_it() {
        fails(4, "go back: lamin migrate downgrade " + FIRST, "migrate", "deploy", "--to", FIRST);
        succeeds("migrate", "downgrade", FIRST, "--yes");
        fails(4, "deploy up to it: lamin migrate deploy --to " + second, "migrate", "downgrade", second, "--yes");
    }

    @ParameterizedTest
    @CsvSource({
        "ffffffffffff, has the revision ffffffffffff",
        "37c, 'at least its first 4 digits, or MODULE@base'",
        "base, MODULE@base",
        "lamin1@ffff, no migration of the modules lamin1",
        "other@base, module other is not mounted; mounted are bionty",
        "@, is not mounted"
    })
    void a_target_that_nobody_knows_is_a_usage_error_both_ways(String target, String message) throws IOException {
        fails(2, message, "migrate", "downgrade", target, "--yes");
        fails(2, message, "migrate", "deploy", "--to", target);
        assertThat(revision()).isEqualTo(second);
    }

    @Test
    void a_target_must_be_given() {
        fails(2, "TARGET", "migrate", "downgrade");
        fails(2, "--to", "migrate", "deploy", "--to");
    }
}
