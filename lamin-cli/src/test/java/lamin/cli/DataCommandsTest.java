package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are saved, found, versioned, deleted and examined by commands. */
class DataCommandsTest {
    private Cli cli = Cli.in(Path.of(""));
    private final List<TestPostgres> servers = new ArrayList<>();

    @TempDir
    Path folder;

    private void init(Kind kind) throws IOException {
        cli = Cli.in(folder.toRealPath());
        var arguments = new ArrayList<>(List.of("init", "--storage", "lab", "--name", "lab"));
        if (kind == Kind.POSTGRESQL) {
            servers.add(TestPostgres.create());
            arguments.addAll(List.of("--db", servers.getLast().url()));
        }
        assertThat(cli.run(arguments.toArray(String[]::new)).exitCode()).isZero();
    }

    @AfterEach
    void drop() throws Exception {
        for (var server : servers) {
            server.close();
        }
    }

    private void write(String name, String text) throws IOException {
        var file = cli.folder().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Cli.Result succeed(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    /** The uid in the line that reports a saved artifact. */
    private static String uid(Cli.Result saved) {
        return saved.out().replaceAll("(?s).*?([0-9A-Za-z]{20})  .*", "$1");
    }

    @ParameterizedTest
    @EnumSource
    void a_file_is_saved_versioned_and_found_again(Kind kind) throws Exception {
        init(kind);
        write("counts.csv", "one");
        var first = succeed("save", "counts.csv", "--key", "d/counts.csv", "--description", "counts");
        assertThat(first.out()).startsWith("saved ").endsWith("  d/counts.csv  3 B\n");
        assertThat(succeed("save", "counts.csv").out()).startsWith("already saved: " + uid(first));
        write("counts.csv", "two!");
        var second = succeed("save", "counts.csv", "--key", "d/counts.csv");
        assertThat(second.out()).startsWith("saved a new version: " + uid(first).substring(0, 16) + "0001");

        var path = Path.of(succeed("get", "d/counts.csv").out().strip());
        assertThat(path).hasContent("two!");
        succeed("get", uid(first), "--output", "old.csv");
        assertThat(cli.folder().resolve("old.csv")).hasContent("one");
        assertThat(cli.run("get", "d/counts.csv", "--output", "old.csv").exitCode())
                .isEqualTo(4);
        assertThat(TestJson.read(succeed("get", "d/counts.csv", "--json").out())
                        .get("description")
                        .asText())
                .isEqualTo("counts");
    }

    @ParameterizedTest
    @EnumSource
    void deleting_moves_to_the_trash_and_for_good_only_if_confirmed(Kind kind) throws Exception {
        init(kind);
        write("a.txt", "one");
        var uid = uid(succeed("save", "a.txt", "--key", "a.txt"));
        assertThat(succeed("delete", "artifact", "a.txt").out()).contains("lamin restore artifact " + uid);
        assertThat(cli.run("get", "a.txt").exitCode()).isEqualTo(2);
        succeed("restore", "artifact", uid);
        var path = Path.of(succeed("get", "a.txt").out().strip());

        var refused = cli.run("delete", "artifact", "a.txt", "--permanent");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err())
                .contains("artifact " + uid + " (a.txt) goes for good", "3 B in .lamindb/" + uid + ".txt");
        assertThat(path).exists();
        assertThat(cli.runAnswering(List.of("y"), "delete", "artifact", "a.txt", "--permanent")
                        .exitCode())
                .isZero();
        assertThat(path).doesNotExist();
        assertThat(succeed("doctor").out()).isEqualTo("nothing is wrong\n");
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_saved_is_listed_and_can_be_repeated(Kind kind) throws Exception {
        init(kind);
        write("a.txt", "one");
        var result = cli.run("save", "missing.txt", "a.txt", "--on-failure", "warn");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("a.txt  3 B");
        assertThat(result.err())
                .contains("missing.txt was not saved: there is no file")
                .contains("1 path was not saved; repeat: lamin save --retry lamin-not-saved.jsonl");
        write("missing.txt", "late");
        assertThat(succeed("save", "--retry", "lamin-not-saved.jsonl").out()).contains("missing.txt  4 B");
        assertThat(cli.folder().resolve("lamin-not-saved.jsonl")).doesNotExist();

        var failed = cli.run("save", "gone.txt", "a.txt");
        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err()).startsWith("error usage: there is no file ");
    }

    @ParameterizedTest
    @EnumSource
    void doctor_names_each_problem_and_the_command_that_fixes_it(Kind kind) throws Exception {
        init(kind);
        write("a.txt", "one");
        write("b.txt", "two");
        var lost = uid(succeed("save", "a.txt", "--key", "a.txt"));
        var changed = uid(succeed("save", "b.txt"));
        var storage = cli.folder().resolve("lab/.lamindb");
        Files.delete(storage.resolve(lost + ".txt"));
        Files.writeString(storage.resolve(changed + ".txt"), "owt");
        Files.writeString(storage.resolve("stray.txt"), "x");
        Files.writeString(storage.resolve("upload-" + dead() + "-AbC.tmp"), "half");

        var found = cli.run("doctor", "--full");
        assertThat(found.exitCode()).isEqualTo(3);
        assertThat(found.out())
                .contains("the file of artifact " + lost + " (a.txt) is missing: .lamindb/" + lost + ".txt\n")
                .contains("save the same file again: lamin save PATH --key a.txt; or delete the artifact: lamin delete"
                        + " artifact "
                        + lost + " --permanent")
                .contains("the file of artifact " + changed + " has another content")
                .contains("a process that has ended left a temporary file: .lamindb/upload-")
                .contains("a file belongs to no artifact: .lamindb/stray.txt (1 B)")
                .endsWith("\n4 problems\n");

        var fixed = cli.run("doctor", "--fix");
        assertThat(fixed.exitCode()).isEqualTo(3);
        assertThat(fixed.out()).startsWith("fixed: a process that has ended left a temporary file");
        succeed("save", "a.txt", "--key", "a.txt");
        Files.delete(storage.resolve("stray.txt"));
        Files.delete(storage.resolve(changed + ".txt"));
        succeed("save", "b.txt");
        assertThat(succeed("doctor", "--full").out()).isEqualTo("nothing is wrong\n");
    }

    /** A process of this machine that has ended. */
    private static String dead() {
        var current = lamin.storage.Writer.current();
        return new lamin.storage.Writer(current.machine(), current.process(), current.start() - 1).toString();
    }

    @ParameterizedTest
    @EnumSource
    void a_table_that_breaks_its_schema_is_not_saved(Kind kind) throws Exception {
        init(kind);
        write("good.csv", "dose\n0.5\n");
        write("bad.csv", "dose\nhigh\n");
        succeed("validate", "good.csv", "--draft", "doses", "--yes");
        assertThat(succeed("save", "good.csv", "--key", "good.csv", "--schema", "doses")
                        .out())
                .startsWith("saved ");
        assertThat(succeed("describe", "good.csv").out()).contains("n_observations   1", "schema           doses");
        var refused = cli.run("save", "bad.csv", "--schema", "doses");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("line 2, column dose");
        assertThat(cli.sql("lab", "select count(*) from lamindb_artifact")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void the_standard_input_is_saved_under_a_key(Kind kind) throws Exception {
        init(kind);
        assertThat(cli.runWithInput("a,b\n", "save", "-", "--key", "in/x.csv").out())
                .endsWith("in/x.csv  4 B\n");
        assertThat(cli.run("save", "-").err()).contains("give it a key: --key KEY");
    }
}
