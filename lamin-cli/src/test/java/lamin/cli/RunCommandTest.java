package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs are run, and what they read and wrote is recorded. */
class RunCommandTest {
    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void init(@TempDir Path folder) throws IOException {
        cli = Cli.in(folder.toRealPath());
        cli.run("init", "--storage", "lab");
        write("raw.txt", "raw");
        cli.run("save", "raw.txt", "--key", "raw.txt");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(cli.folder().resolve(name), text);
    }

    private long number(String sql) {
        return cli.sql("lab", sql);
    }

    @Test
    void inputs_and_outputs_of_a_program_are_recorded() throws IOException {
        write("upper.sh", "tr a-z A-Z < raw.txt > upper.txt\necho done\necho careful >&2\n");
        var result = cli.run(
                "run",
                "--param",
                "threads=4",
                "--input",
                "raw.txt",
                "--output",
                "upper.txt=out/upper.txt",
                "--",
                "sh",
                "upper.sh");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("done\n");
        assertThat(result.err()).contains("careful\n", "  out/upper.txt  3 B\n", " finished\n");

        assertThat(number("select count(*) from lamindb_run where _status_code = 0 and finished_at is not null and"
                        + " params = '{\"threads\":4}' and cli_args = 'sh upper.sh' and environment_id is not"
                        + " null"))
                .isOne();
        assertThat(number("select count(*) from lamindb_transform where key = 'upper.sh' and kind = 'script' and"
                        + " source_code like 'tr a-z%'"))
                .isOne();
        assertThat(number("select count(*) from lamindb_artifact_input_of_runs"))
                .isOne();
        assertThat(number("select count(*) from lamindb_artifact a join lamindb_run r on r.id = a.run_id where a.key ="
                        + " 'out/upper.txt'"))
                .isOne();
        assertThat(cli.run("lineage", "raw.txt").out()).contains("upper.sh", "out/upper.txt");
        assertThat(cli.run("doctor").exitCode()).isZero();
    }

    @Test
    void programs_that_print_nothing_share_an_empty_report() {
        assertThat(cli.run("run", "--", "true").exitCode()).isZero();
        assertThat(cli.run("run", "--", "true").exitCode()).isZero();
        assertThat(number("select count(*) from lamindb_run where _status_code = 0 and report_id is not null"))
                .isEqualTo(2);
    }

    @Test
    void a_failed_program_leaves_an_errored_run_with_its_log() throws IOException {
        write("fail.sh", "echo no such sample >&2\nexit 7\n");
        var result = cli.run("run", "--output", "never.txt", "--", "sh", "fail.sh");
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.err()).contains("no such sample\n", "failed: sh ended with 7");
        assertThat(number("select count(*) from lamindb_run where _status_code = 1 and extra_data like"
                        + " '%\"exit_code\":7%'"))
                .isOne();
        assertThat(number("select count(*) from lamindb_run r join lamindb_artifact a on a.id = r.report_id"
                        + " where a.size = 15"))
                .isOne();
    }

    @Test
    void an_input_that_is_not_an_artifact_is_refused_before_anything_runs() throws IOException {
        write("other.txt", "other");
        var result = cli.run("run", "--input", "other.txt", "--", "touch", "ran.txt");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "the input other.txt is a file that is not an artifact", "save it first: lamin save other.txt");
        assertThat(cli.folder().resolve("ran.txt")).doesNotExist();
        assertThat(number("select count(*) from lamindb_run")).isZero();
        assertThat(cli.run("run", "--", "no-such-program").exitCode()).isEqualTo(2);
    }

    @Test
    void commands_inside_of_a_tracked_script_take_part_in_its_run() throws IOException {
        write("step.sh", "# a script\n");
        var uid = cli.run("track", "step.sh").out().strip();
        var inside = cli.with("LAMIN_RUN_UID", uid);
        inside.run("get", "raw.txt");
        write("out.txt", "out");
        inside.run("save", "out.txt", "--key", "out.txt");
        assertThat(inside.run("finish").out()).isEqualTo("run " + uid + " completed\n");

        assertThat(number("select count(*) from lamindb_artifact_input_of_runs"))
                .isOne();
        assertThat(number("select count(*) from lamindb_artifact where run_id is not null and key = 'out.txt'"))
                .isOne();
        assertThat(cli.run("finish").exitCode()).isEqualTo(2);
    }

    @Test
    void values_of_variables_are_recorded_only_if_they_are_named() throws IOException {
        var secret = cli.with("TOKEN", "secret").with("THREADS", "8");
        assertThat(secret.run("run", "--env", "THREADS", "--", "true").exitCode())
                .isZero();
        var environment = cli.folder()
                .resolve("lab")
                .resolve(cli.run("get", environmentUid()).out().strip());
        assertThat(Files.readString(environment))
                .contains("variable THREADS=8", "TOKEN")
                .doesNotContain("secret");
    }

    @Test
    void a_password_in_a_url_is_not_recorded() {
        assertThat(cli.run("run", "--", "true", "postgresql://me:secret@db/x").exitCode())
                .isZero();
        assertThat(number("select count(*) from lamindb_run where cli_args = 'true postgresql://me:***@db/x'"))
                .isOne();
    }

    private String environmentUid() {
        return cli.database("lab").read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select a.uid from lamindb_run r join lamindb_artifact a on a.id = r.environment_id")) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
