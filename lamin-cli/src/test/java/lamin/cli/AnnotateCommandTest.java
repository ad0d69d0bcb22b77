package lamin.cli;

import static lamin.cli.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lamin.artifact.SaveOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels, feature values, schemas and collections from the command line. */
class AnnotateCommandTest {
    @TempDir
    Path folder;

    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void init() throws IOException {
        cli = Cli.in(folder.toRealPath());
        cli.run("init", "--storage", "lab", "--schema", "bionty");
        save("small.csv", "n,species\n1,mouse\n2,human\n");
    }

    private void save(String name, String text) throws IOException {
        var file = Files.writeString(cli.folder().resolve(name), text);
        var session = cli.session();
        try (var instance = session.lamin().open(session.instance("lab"))) {
            instance.artifacts().save(file, SaveOptions.key("data/" + name));
        }
    }

    private static void succeeds(Cli.Result result, String... parts) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains(parts);
    }

    @Test
    void labels_and_values_are_created_on_request_and_printed() throws IOException {
        succeeds(
                cli.run(
                        "annotate",
                        "data/small.csv",
                        "--label",
                        "treated",
                        "--label",
                        "bionty.CellType:T cell",
                        "--feature",
                        "dose=0.5",
                        "--feature",
                        "species:cat[ULabel]=mouse",
                        "--create"),
                "created label treated in ULabel\n",
                "created feature dose with values of type float\n",
                "  label  ULabel           treated\n",
                "  label  bionty.CellType  T cell\n",
                "  value  species  cat[ULabel]  mouse\n",
                "  value  dose     float        0.5\n");
        var json = TestJson.read(cli.run("annotate", "data/small.csv", "--json").out());
        assertThat(json.at("/kind").asText()).isEqualTo("artifact");
        assertThat(json.at("/labels").findValuesAsText("name")).containsExactly("treated", "mouse", "T cell");
        assertThat(json.at("/values/1/value").asDouble()).isEqualTo(0.5);
    }

    @Test
    void annotations_are_removed() {
        cli.run("annotate", "data/small.csv", "--label", "treated", "--feature", "dose=1", "--create");
        succeeds(
                cli.run("annotate", "data/small.csv", "--remove-label", "treated", "--remove-feature", "dose"),
                "  no annotations\n");
    }

    @Test
    void what_is_missing_or_wrong_is_reported_and_nothing_is_changed() {
        cli.run("annotate", "data/small.csv", "--label", "treated", "--feature", "dose=0.5", "--create");
        assertFails(cli, 2, "did you mean: treated?", "annotate", "data/small.csv", "--label", "treatd");
        assertFails(cli, 2, "did you mean: dose?", "annotate", "data/small.csv", "--feature", "dos=1");
        assertFails(cli, 2, "values of type float", "annotate", "data/small.csv", "--feature", "dose=x");
        assertFails(cli, 2, "expected NAME=VALUE", "annotate", "data/small.csv", "--feature", "dose");
        assertFails(cli, 2, "is not a type", "annotate", "data/small.csv", "--feature", "x:flaot=1", "--create");
        assertFails(cli, 4, "not int", "annotate", "data/small.csv", "--feature", "dose:int=1", "--create");
        assertFails(cli, 2, "name one artifact", "annotate", "--label", "treated");
        assertFails(cli, 2, "name one artifact", "annotate", "data/small.csv", "--run", "r");
        assertFails(cli, 2, "no run with the uid r", "annotate", "--run", "r");
        succeeds(cli.run("annotate", "data/small.csv"), "dose  float  0.5");
    }

    @Test
    void a_schema_is_drafted_confirmed_and_used() throws IOException {
        assertFails(cli, 4, "was not confirmed", "validate", "small.csv", "--draft", "small");
        succeeds(
                cli.run("validate", "small.csv", "--draft", "small", "--yes"),
                "created schema small",
                "  n        int  new feature\n",
                "  species  str  new feature\n");
        succeeds(cli.run("validate", "small.csv", "--schema", "small"), "small.csv is valid: 2 rows, 2 columns");
        succeeds(cli.run("validate", "data/small.csv", "--schema", "small"), "data/small.csv is valid");
        assertThat(cli.sql("lab", "select n_observations from lamindb_artifact where schema_id is not null"))
                .isEqualTo(2);
    }

    @Test
    void violations_are_listed_with_exit_code_4() throws IOException {
        cli.run("validate", "small.csv", "--draft", "small", "--yes");
        Files.writeString(cli.folder().resolve("bad.csv"), "n\n" + "x\n".repeat(30));
        var result = cli.run("validate", "bad.csv", "--schema", "small");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.outLines())
                .hasSize(22)
                .startsWith(
                        "bad.csv breaks schema small: 31 violations in 30 rows",
                        "  column species: required, but missing",
                        "  line 2, column n: expected int, found: x")
                .endsWith("  and 11 more; --json lists 31");
        var json = TestJson.read(
                cli.run("validate", "bad.csv", "--schema", "small", "--json").out());
        assertThat(json.at("/listed")).hasSize(31);
        assertThat(json.at("/listed/1/line").asInt()).isEqualTo(2);
        assertFails(cli, 2, "did you mean: small?", "validate", "bad.csv", "--schema", "smal");
        assertFails(cli, 2, "no artifact", "validate", "absent.csv", "--schema", "small");
        assertFails(cli, 2, "--schema", "validate", "bad.csv");
    }

    @Test
    void labels_of_a_table_are_created_on_request() {
        cli.run("annotate", "data/small.csv", "--feature", "species:cat[ULabel]=mouse", "--create");
        cli.run("annotate", "data/small.csv", "--remove-feature", "species");
        cli.run("validate", "small.csv", "--draft", "small", "--yes");
        assertThat(cli.run("validate", "small.csv", "--schema", "small").exitCode())
                .isEqualTo(4);
        var result = cli.run("validate", "data/small.csv", "--schema", "small", "--create");
        succeeds(result, "data/small.csv is valid");
        assertThat(result.err()).contains("created label human in ULabel");
        succeeds(cli.run("annotate", "data/small.csv"), "species  cat[ULabel]  human");
    }

    @Test
    void artifacts_are_collected_in_versions() throws IOException {
        save("more.csv", "n\n1\n");
        succeeds(cli.run("collect", "plates", "data/small.csv"), "saved ", "plates  1 artifact\n");
        succeeds(
                cli.run("collect", "plates", "data/more.csv", "--append"),
                "saved a new version: ",
                "plates  2 artifacts\n",
                "data/more.csv\n");
        succeeds(cli.run("collect", "plates", "data/more.csv", "data/small.csv"), "already saved: ");
        succeeds(cli.run("annotate", "--collection", "plates", "--label", "good", "--create"), "label  ULabel  good");
        var json = TestJson.read(cli.run("collect", "plates", "--json").out());
        assertThat(json.at("/artifacts").findValuesAsText("key")).containsExactly("data/small.csv", "data/more.csv");
        assertFails(cli, 2, "no collection", "collect", "plate");
        assertFails(cli, 2, "no artifact", "collect", "plates", "absent");
    }
}
