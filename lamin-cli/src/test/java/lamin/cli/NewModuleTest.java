package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lamin module new}, up to what Maven does with the result. */
class NewModuleTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private Cli cli = Cli.in(folder);

    @BeforeEach
    void enter() throws IOException {
        folder = temporary.toRealPath();
        cli = Cli.in(folder);
    }

    @Test
    void a_new_module_is_in_sync_and_its_first_migration_is_not_released() throws IOException {
        var result = cli.run("module", "new", "assay", "--group", "org.mylab");
        assertThat(result.exitCode()).as(result.err()).isZero();
        var project = folder.resolve("lnschema-assay");
        assertThat(result.outLines()).contains("wrote " + project, "  .github/workflows/build.yml", "  .gitignore");
        assertThat(project.resolve("pom.xml")).content().contains("<groupId>org.mylab</groupId>");
        try (var scripts = Files.list(project.resolve("src/main/java/lnschema_assay/migrations/versions"))) {
            assertThat(scripts).singleElement().asString().endsWith("_vx_x_x.java");
        }
        assertThat(cli.at(project).run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void an_instance_mounts_the_new_module() {
        cli.run("module", "new", "assay");
        cli.run("module", "add", "lnschema-assay");
        var init = cli.run("init", "--storage", "lab", "--schema", "assay");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(cli.run("schema", "view", "--module", "assay", "--tables").out())
                .contains("assay_measurement");
    }

    @Test
    void an_empty_folder_is_used() throws IOException {
        var here = Files.createDirectory(folder.resolve("here"));
        assertThat(cli.at(here).run("module", "new", "assay", "--dir", ".").exitCode())
                .isZero();
        assertThat(here.resolve("pom.xml")).isRegularFile();
        assertThat(here.resolve("target")).doesNotExist();
    }

    @Test
    void the_result_as_json_names_the_files() throws IOException {
        var json = TestJson.read(cli.run("module", "new", "assay", "--json").out());
        assertThat(json.at("/directory").asText())
                .isEqualTo(folder.resolve("lnschema-assay").toString());
        assertThat(json.at("/files").size()).isEqualTo(9);
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("lnschema-assay")).resolve("notes.txt"), "mine");
        fails(4, "not an empty folder", "module", "new", "assay");
        fails(4, "not an empty folder", "module", "new", "assay", "--dir", "lnschema-assay/notes.txt");
    }

    @Test
    void a_folder_in_none_is_not_made() {
        fails(2, "there is no folder", "module", "new", "assay", "--dir", "absent/assay");
    }

    @Test
    void names_that_are_none_are_refused() {
        for (var name : new String[] {"Assay", "1assay", "my-assay", "my_assay", "", "../assay", "a".repeat(31)}) {
            fails(2, "is not a name of a module", "module", "new", name);
        }
    }

    @Test
    void names_that_are_taken_are_refused() {
        fails(4, "core is reserved", "module", "new", "core");
        fails(4, "lamindb is reserved", "module", "new", "lamindb");
        fails(4, "Lamin4j brings a module bionty", "module", "new", "bionty");
    }

    @Test
    void the_name_of_a_module_that_was_added_is_taken() {
        cli.run("module", "new", "assay");
        cli.run("module", "add", "lnschema-assay");
        fails(4, "lamin module remove assay", "module", "new", "assay", "--dir", "other");
    }

    @Test
    void a_group_that_is_none_is_refused() {
        fails(2, "is not a group id", "module", "new", "assay", "--group", "org..lab<");
    }

    private void fails(int exitCode, String message, String... arguments) {
        var before = cli.files();
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.err()).contains(message);
        assertThat(result.out()).isEmpty();
        assertThat(cli.files()).isEqualTo(before);
    }
}
