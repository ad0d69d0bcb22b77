package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that users add. */
class ModuleCommandsTest {
    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        example = Example.copyTo(root.resolve("example"));
        cli = Cli.in(root);
    }

    @Test
    void the_distribution_brings_core_and_bionty() throws IOException {
        var modules = TestJson.read(cli.run("module", "list", "--json").out()).at("/modules");
        assertThat(modules.findValuesAsText("name")).containsExactly("bionty", "core");
        assertThat(modules.findValuesAsText("origin")).containsOnly("distribution");
        assertThat(modules.findValuesAsText("mounted")).containsOnly("false");
    }

    @Test
    void a_project_that_was_added_is_found_by_its_name() {
        assertThat(cli.run("module", "add", "example").out()).startsWith("added lamin1 0.4.0 from ");
        var init = cli.run("init", "--storage", "lab", "--schema", "lamin1");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(cli.run("module", "list").out()).contains("*  lamin1 0.4.0  at a904efb4bd6c  added  ");
        assertThat(cli.run("shell", "-c", "instance.registry(Experiment.class).count()")
                        .out())
                .isEqualTo("0\n");
    }

    @Test
    void a_jar_that_was_added_is_found_by_its_name() throws IOException {
        jar();
        assertThat(cli.run("module", "add", "lamin1.jar").exitCode()).isZero();
        var init = cli.run("init", "--storage", "lab", "--schema", "lamin1");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(cli.run("info").out()).contains("module    lamin1 0.4.0 at a904efb4bd6c");
    }

    @Test
    void a_module_that_was_removed_is_known_no_more() {
        cli.run("module", "add", "example");
        assertThat(cli.run("module", "remove", "lamin1").exitCode()).isZero();
        assertThat(cli.run("module", "list").out()).doesNotContain("lamin1");
        fails(2, "no module lamin1 was added", "module", "remove", "lamin1");
    }

    @Test
    void a_module_that_no_longer_compiles_is_left_out_with_a_warning() throws IOException {
        cli.run("module", "add", "example");
        example.edit("Experiment", "return v;", "return vv;");
        var list = cli.run("module", "list");
        assertThat(list.exitCode()).isZero();
        assertThat(list.err()).contains("warning: module lamin1 is left out", "lamin module remove lamin1");
    }

    @Test
    void another_module_of_that_name_is_refused() throws IOException {
        cli.run("module", "add", "example");
        jar();
        fails(4, "module lamin1 already exists", "module", "add", "lamin1.jar");
        assertThat(cli.run("module", "add", "example").exitCode()).isZero();
    }

    @Test
    void against_the_convention_it_is_not_added() throws IOException {
        example.edit("package-info", "version = \"0.4.0\"", "version = \"one\", tablePrefix = \"bionty\"");
        refused("example", "is not a version such as 1.0.0", "both have tablePrefix \"bionty\"");
    }

    @Test
    void what_is_no_module_is_refused() throws IOException {
        Files.writeString(Files.createDirectory(cli.folder().resolve("folder")).resolve("note.txt"), "x");
        Files.writeString(cli.folder().resolve("broken.jar"), "x");
        fails(4, "no schema module in ", "module", "add", "folder");
        fails(1, "broken.jar", "module", "add", "broken.jar");
        fails(2, "there is no ", "module", "add", "absent");
    }

    @Test
    void a_module_tells_what_it_holds() throws IOException {
        var result = cli.at(example.directory()).run("module", "inspect", "--json");
        var json = TestJson.read(result.out());
        assertThat(json.at("/name").asText()).isEqualTo("lamin1");
        assertThat(json.at("/entities")).hasSize(4);
        assertThat(json.at("/problems")).isEmpty();
        example.edit("package-info", "a904efb4bd6c", "ffffffffffff");
        var wrong = cli.run("module", "inspect", "example");
        assertThat(wrong.exitCode()).isEqualTo(4);
        assertThat(wrong.out()).contains("problem   package-info.java says migration");
    }

    @Test
    void what_an_unknown_jar_says_cannot_move_the_cursor() throws IOException {
        example.edit("package-info", "version = \"", "version = \"\\u001b[2J\\nmodule    trusted");
        var result = cli.run("module", "inspect", "example");
        assertThat(result.out()).contains("\\u001b[2J\\u000amodule    trusted").doesNotContain("\u001b");
        assertThat(result.outLines())
                .filteredOn(line -> line.startsWith("module "))
                .hasSize(1);
    }

    private void refused(String where, String... messages) {
        var before = cli.files().keySet().stream()
                .filter(file -> file.startsWith("home"))
                .toList();
        var result = cli.run("module", "add", where);
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains(messages);
        assertThat(cli.files().keySet().stream().filter(file -> file.startsWith("home")))
                .isEqualTo(before);
    }

    /** What the project compiles to, as {@code lamin1.jar}. */
    private void jar() throws IOException {
        cli.run("module", "inspect", "example");
        var compiled = example.directory().resolve("target/lamin");
        try (var out = new JarOutputStream(Files.newOutputStream(cli.folder().resolve("lamin1.jar")));
                var files = Files.walk(compiled)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                var name = compiled.relativize(file).toString().replace('\\', '/');
                out.putNextEntry(new JarEntry(name.substring(name.indexOf('/') + 1)));
                Files.copy(file, out);
            }
        }
    }

    private void fails(int exitCode, String message, String... arguments) {
        Failing.assertFails(cli, exitCode, message, arguments);
    }
}
