package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records of an instance, listed, searched and described. */
class RecordCommandsTest {
    @TempDir
    Path folder = Path.of("");

    private Cli cli = Cli.in(Path.of(""));
    private @Nullable TestPostgres postgres;

    private void init(Kind kind) throws IOException {
        cli = Cli.in(folder.toRealPath());
        if (kind == Kind.POSTGRESQL) {
            postgres = TestPostgres.create();
            assertThat(cli.run(
                                    "init",
                                    "--storage",
                                    "lab",
                                    "--name",
                                    "lab",
                                    "--schema",
                                    "bionty",
                                    "--db",
                                    postgres.url())
                            .exitCode())
                    .isZero();
        } else {
            assertThat(cli.run("init", "--storage", "lab", "--schema", "bionty").exitCode())
                    .isZero();
        }
        for (var name : List.of("treated", "untreated", "100 % sure")) {
            cli.sql(
                    "lab",
                    "insert into lamindb_ulabel (uid, name, description, is_type, is_locked, branch_id, created_on_id,"
                            + " space_id, created_by_id, created_at, updated_at) select '" + name.substring(0, 3)
                            + "12345', '" + name + "', 'a, \"label\"', false, false, 1, 1, 1, 1, created_at,"
                            + " created_at from lamindb_user");
        }
    }

    @AfterEach
    void drop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void list_prints_a_table_csv_or_json(Kind kind) throws IOException {
        init(kind);
        var table = cli.run("list", "ulabel");
        assertThat(table.exitCode()).isZero();
        assertThat(table.err()).isEmpty();
        assertThat(table.outLines().getFirst()).startsWith("uid       name        description  created_at");
        assertThat(table.outLines()).hasSize(4);
        assertThat(table.outLines().get(3)).startsWith("tre12345  treated     a, \"label\"");

        var csv = cli.run("list", "ulabels", "--csv", "--columns", "name,description,type")
                .outLines();
        assertThat(csv)
                .containsExactly(
                        "name,description,type",
                        "100 % sure,\"a, \"\"label\"\"\",",
                        "untreated,\"a, \"\"label\"\"\",",
                        "treated,\"a, \"\"label\"\"\",");

        var json = TestJson.read(cli.run("list", "core.ulabel", "--json").out());
        assertThat(json.at("/registry").asText()).isEqualTo("ulabel");
        assertThat(json.at("/records/2/name").asText()).isEqualTo("treated");
        assertThat(json.at("/records/2/created_by").asText()).isEqualTo("anonymous");
        assertThat(json.at("/records/2/is_type").isBoolean()).isTrue();
        assertThat(json.at("/records/2/_aux").isNull()).isTrue();
        assertThat(json.at("/records/2/created_at").asText()).endsWith("Z");
    }

    @ParameterizedTest
    @EnumSource
    void list_filters_orders_and_says_how_many_more_there_are(Kind kind) throws IOException {
        init(kind);
        var result = cli.run("list", "ulabel", "-f", "name~treated", "--order", "name", "-n", "1", "--columns", "name");
        assertThat(result.outLines()).containsExactly("name", "treated");
        assertThat(result.err()).isEqualTo("and 1 more: --limit 2\n");

        assertThat(cli.run("list", "ulabel", "--order", "-name", "--columns", "name")
                        .outLines())
                .containsExactly("name", "untreated", "treated", "100 % sure");
        assertThat(cli.run("list", "ulabel", "--order", "-description,name", "--columns", "name")
                        .outLines())
                .containsExactly("name", "100 % sure", "treated", "untreated");
        assertThat(cli.run("list", "ulabel", "-f", "created_by.handle=nobody").err())
                .isEqualTo("no ulabel\n");
        assertThat(cli.run("list", "ulabel", "--trash").out()).isEmpty();
        assertThat(cli.run("list").err()).isEqualTo("no artifact\n");
    }

    @Test
    void a_table_fits_the_terminal() throws IOException {
        init(Kind.SQLITE);
        var narrow = cli.with("COLUMNS", "30").run("list", "ulabel");
        assertThat(narrow.outLines()).hasSize(4).allMatch(line -> line.length() <= 30);
        assertThat(narrow.outLines().getFirst()).isEqualTo("uid       name");
        assertThat(cli.with("COLUMNS", "10").run("view").outLines())
                .allMatch(line -> line.length() <= 10 || line.contains("("));
    }

    @ParameterizedTest
    @EnumSource
    void search_describe_and_view(Kind kind) throws IOException {
        init(kind);
        assertThat(cli.run("search", "ulabel", "TREAT").outLines().get(1)).contains("treated");
        assertThat(TestJson.read(cli.run("search", "ulabel", "treat", "--json").out())
                        .at("/records"))
                .hasSize(2);
        assertThat(cli.run("search", "bionty.celltype", "x").err()).isEqualTo("no bionty.celltype\n");

        assertThat(cli.run("describe", "ulabel", "treated").out())
                .startsWith("ulabel  treated\n  uid ")
                .contains("created_by");
        var json = TestJson.read(
                cli.run("describe", "ulabel", "tre12345", "--json").out());
        assertThat(json.at("/columns/name").asText()).isEqualTo("treated");
        assertThat(json.at("/columns/created_at").asText()).endsWith("Z");

        assertThat(cli.run("view").out()).contains("ulabel (3)\n  uid ", "user (1)\n");
        assertThat(TestJson.read(cli.run("view", "--limit", "1", "--json").out())
                        .at("/registries")
                        .findValuesAsText("registry"))
                .contains("ulabel", "storage");
    }

    @Test
    void bad_input_is_answered_with_what_is_known() throws IOException {
        init(Kind.SQLITE);
        fails("did you mean: ulabel?", "list", "ulabl");
        fails("did you mean: bionty.celltype", "list", "bionty.celtype");
        fails("did you mean: name?", "list", "ulabel", "-f", "nam=x");
        fails("expected a condition such as key~counts", "list", "ulabel", "-f", "name");
        fails("expected a condition such as key~counts", "list", "ulabel", "-f", "name is nul");
        fails("expected a time such as", "list", "ulabel", "-f", "created_at>soon");
        fails("expected a whole number for id", "list", "ulabel", "-f", "id=one");
        fails("did you mean: name?", "list", "ulabel", "--order", "-nmae");
        fails("did you mean: name?", "list", "ulabel", "--columns", "nme");
        fails("expected at least 1 for --limit", "list", "ulabel", "--limit", "0");
        fails("there is no registry", "search", "labels", "x");
        fails("there is no artifact with the uid, key 'x'", "describe", "x");
        fails("Missing required parameter", "describe");
    }

    private void fails(String message, String... arguments) {
        Failing.assertFails(cli, 2, message, arguments);
    }
}
