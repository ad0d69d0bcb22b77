package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The tables of one instance, shown and exported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaCommandsTest {
    private Cli cli = Cli.in(Path.of(""));

    @BeforeAll
    void init(@TempDir Path folder) throws IOException {
        cli = Cli.in(folder.toRealPath());
        cli.run("init", "--storage", "lab", "--schema", "bionty");
        cli.sql("lab", "create table somebody_elses (id integer primary key, note text)");
    }

    @Test
    void view_prints_the_tables_by_module_with_those_of_no_module() {
        var result = cli.run("schema", "view");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "core ",
                        "bionty ",
                        "  bionty_celltype\n",
                        "-> lamindb_user",
                        "tables of no module · ",
                        "  somebody_elses\n")
                .doesNotContain("\u001b");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void view_may_be_of_one_module_and_of_names_alone() {
        var lines = cli.run("schema", "view", "--module", "bionty", "--tables").outLines();
        assertThat(lines.getFirst()).startsWith("bionty ");
        assertThat(lines.subList(1, lines.size())).hasSize(56).allMatch(line -> line.startsWith("  bionty_"));
    }

    @Test
    void view_is_coloured_for_people_only() {
        assertThat(cli.runAnswering(List.of(), "schema", "view").out()).contains("\u001b[1m");
        assertThat(cli.with("NO_COLOR", "1")
                        .runAnswering(List.of(), "schema", "view")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void view_as_json_has_columns_and_foreign_keys() throws IOException {
        var json = TestJson.read(
                cli.run("schema", "view", "--module", "core", "--json").out());
        var tables = json.at("/tables");
        assertThat(tables).hasSize(85);
        assertThat(tables.findValuesAsText("name")).contains("lamindb_artifact");
        assertThat(tables.findValuesAsText("target")).contains("lamindb_storage");
    }

    @Test
    void graph_is_written_in_the_format_of_the_extension() throws IOException {
        var result = cli.run("schema", "graph", "-o", "bionty.svg", "--module", "bionty");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("wrote bionty.svg\n");
        assertThat(cli.folder().resolve("bionty.svg")).content().contains("<svg", "celltype");
        assertThat(cli.run("schema", "graph", "-o", "all.picture", "--format", "png")
                        .exitCode())
                .isZero();
        assertThat(Files.readAllBytes(cli.folder().resolve("all.picture"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void graph_as_text_is_printed() throws IOException {
        assertThat(cli.run("schema", "graph").out()).startsWith("digraph");
        assertThat(cli.run("schema", "graph", "--format", "mermaid").out()).contains("erDiagram");
        assertThat(TestJson.read(cli.run("schema", "graph", "--json").out())
                        .at("/nodes")
                        .findValuesAsText("id"))
                .contains("lamindb_artifact", "bionty_celltype", "somebody_elses");
    }

    @Test
    void what_cannot_be_drawn_is_reported() {
        fails(2, "svg, png, dot, json, graphml, mermaid, csv", "schema", "graph", "--format", "bmq");
        fails(2, "-o schema.png", "schema", "graph", "--format", "png");
        fails(2, "no tables of module assay", "schema", "graph", "--module", "assay");
        fails(2, "no tables of module assay", "schema", "view", "--module", "assay");
        fails(1, "there is no folder", "schema", "graph", "-o", "absent/schema.svg");
        fails(2, "--format svg", "schema", "graph", "-o", "schema");
    }

    @Test
    void without_a_desktop_the_picture_is_named() throws IOException {
        var result = cli.with("PATH", "/nowhere").run("schema", "view", "--open", "--module", "bionty");
        assertThat(result.exitCode()).isEqualTo(1);
        var file = Path.of(result.err().strip().replaceFirst("(?s).*open it yourself: ", ""));
        assertThat(file).content().contains("<svg");
        Files.delete(file);
    }

    private void fails(int exitCode, String message, String... arguments) {
        Failing.assertFails(cli, exitCode, message, arguments);
    }
}
