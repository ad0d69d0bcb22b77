package lamin.cli;

import static lamin.cli.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that read tables read those in Parquet files too. */
class ParquetCommandsTest {
    private static final Path TABLES = Path.of("../lamin-parquet/src/test/resources/lamin/parquet");

    @TempDir
    Path folder;

    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void init() throws IOException {
        cli = Cli.in(folder.toRealPath());
        cli.run("init", "--storage", "lab");
        copy("groups");
    }

    private Path copy(String name) throws IOException {
        var file = cli.folder().resolve(name + ".parquet");
        return Files.copy(TABLES.resolve(file.getFileName()), file);
    }

    private Cli.Result succeed(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return result;
    }

    @Test
    void a_schema_is_drafted_from_the_types_of_the_columns() {
        assertThat(succeed("validate", "groups.parquet", "--draft", "counts", "--yes")
                        .out())
                .startsWith("created schema counts  ")
                .contains(
                        "  sample  str    new feature\n",
                        "  dose    float  new feature\n",
                        "  count   int    new feature, with missing values\n");
        assertThat(succeed("validate", "groups.parquet", "--schema", "counts").out())
                .isEqualTo("groups.parquet is valid: 1000 rows, 3 columns of schema counts\n");
    }

    @Test
    void an_artifact_is_validated_before_and_after_it_is_saved() {
        succeed("validate", "groups.parquet", "--draft", "counts", "--yes");
        succeed("save", "groups.parquet", "--key", "a.parquet", "--schema", "counts");
        assertThat(cli.sql("lab", "select n_observations from lamindb_artifact where schema_id is not null"))
                .isEqualTo(1000);
        assertThat(succeed("validate", "a.parquet", "--schema", "counts").out()).startsWith("a.parquet is valid");
    }

    @Test
    void violations_are_counted_in_rows() throws IOException {
        copy("types");
        Files.writeString(cli.folder().resolve("types.csv"), "category,int8\nx,\n");
        succeed("validate", "types.csv", "--draft", "types", "--yes");
        var result = cli.run("validate", "types.parquet", "--schema", "types");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.outLines())
                .containsExactly(
                        "types.parquet breaks schema types: 1 violation in 3 rows",
                        "  column int8: expected str, found a column of int");
        var json = TestJson.read(cli.run("validate", "types.parquet", "--schema", "types", "--json")
                .out());
        assertThat(json.at("/listed/0/rule").asText()).isEqualTo("type");
        assertThat(json.at("/listed/0/row").isNull()).isTrue();
        assertThat(json.at("/listed/0/line").isMissingNode()).isTrue();
        assertFails(
                cli, 4, "types.parquet breaks schema types in 1 place", "save", "types.parquet", "--schema", "types");
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted, it is encrypted",
        "codec_brotli, it is compressed with brotli",
        "codec_lz4, it is compressed with lz4",
        "truncated, it is incomplete or damaged",
        "empty, it is empty",
        "text, it is not a Parquet file"
    })
    void a_file_that_cannot_be_read_is_named_with_the_fix(String name, String reason) throws IOException {
        succeed("validate", "groups.parquet", "--draft", "counts", "--yes");
        var file = cli.folder().resolve(name + ".parquet");
        switch (name) {
            case "truncated" -> {
                var whole = Files.readAllBytes(TABLES.resolve("groups.parquet"));
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            }
            case "empty" -> Files.createFile(file);
            case "text" -> Files.writeString(file, "sample,dose\n");
            default -> copy(name);
        }
        var message = "error failure: cannot read " + file + ": " + reason;
        assertFails(cli, 1, message, "validate", name + ".parquet", "--schema", "counts");
        assertFails(cli, 1, message, "validate", name + ".parquet", "--draft", "new", "--yes");
        assertFails(cli, 1, message, "save", name + ".parquet", "--key", "x.parquet", "--schema", "counts");
        assertThat(cli.run("validate", name + ".parquet", "--schema", "counts")
                        .err()
                        .lines())
                .hasSize(2);
        assertThat(cli.sql("lab", "select count(*) from lamindb_artifact")).isZero();
    }
}
