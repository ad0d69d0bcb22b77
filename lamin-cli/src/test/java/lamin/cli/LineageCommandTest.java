package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The lineage of clean.csv, which clean.py made from raw.csv, and which plot.py failed to read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineageCommandTest {
    private static final String RAW = "GLaWHIH8E5ZQA5Lt0000";
    private static final String CLEAN = "bHAeZQjPmPTqXRTo0001";

    private Cli cli = Cli.in(Path.of(""));

    @BeforeAll
    void init(@TempDir Path folder) throws IOException {
        cli = Cli.in(folder.toRealPath());
        cli.run("init", "--storage", "lab");
        cli.sql("lab", "insert into lamindb_user (id, uid, handle) values (77, 'tEsTuSeR', 'tester')");
        transform(1, "clean.py");
        transform(2, "plot.py");
        run(1, 0);
        artifact(1, RAW, "raw.csv", "null");
        artifact(2, CLEAN, "clean.csv", "1");
        run(2, 1);
        cli.sql("lab", "insert into lamindb_artifact_input_of_runs (artifact_id, run_id) values (1, 1)");
        cli.sql("lab", "insert into lamindb_artifact_input_of_runs (artifact_id, run_id) values (2, 2)");
    }

    private void transform(int id, String key) {
        cli.sql(
                "lab",
                "insert into lamindb_transform (id, uid, key, kind, is_latest, created_by_id) values (%d, 'transform%d000000', '%s', 'script', 1, 77)"
                        .formatted(id, id, key));
    }

    private void run(int id, int status) {
        cli.sql(
                "lab",
                "insert into lamindb_run (id, uid, transform_id, started_at, _status_code, created_by_id) values (%d, 'run%d000000000000', %d, '2026-03-01 09:30:00', %d, 77)"
                        .formatted(id, id, id, status));
    }

    private void artifact(int id, String uid, String key, String run) {
        cli.sql("lab", """
                insert into lamindb_artifact
                (id, uid, key, suffix, size, is_latest, _key_is_virtual, _overwrite_versions, storage_id, run_id, created_by_id)
                values (%d, '%s', '%s', '.csv', 1234, 1, 1, 0, 1, %s, 77)""".formatted(id, uid, key, run));
    }

    @Test
    void a_tree_is_printed() {
        var result = cli.run("lineage", "clean.csv");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("""
                clean.csv  bHAeZQjPmPTqXRTo0001  1.2 KB

                upstream: 1 artifact and 1 run
                └─ clean.py  run1000000000000  2026-03-01 09:30 UTC
                   └─ raw.csv  GLaWHIH8E5ZQA5Lt0000  1.2 KB

                downstream: 1 run
                └─ plot.py  run2000000000000  2026-03-01 09:30 UTC · errored
                """);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void one_direction_and_a_depth_can_be_chosen() {
        assertThat(cli.run("lineage", CLEAN, "--up").out()).contains("raw.csv").doesNotContain("downstream");
        assertThat(cli.run("lineage", CLEAN, "--down").out())
                .contains("plot.py")
                .doesNotContain("upstream");
        assertThat(cli.run("lineage", "raw.csv", "--down", "--depth", "1").out())
                .contains("clean.csv")
                .doesNotContain("plot.py");
        assertThat(cli.run("lineage", CLEAN, "--depth", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void a_picture_is_written_in_the_format_of_the_extension() throws IOException {
        var result = cli.run("lineage", "clean.csv", "-o", "clean.svg");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("wrote clean.svg\n");
        assertThat(cli.folder().resolve("clean.svg")).content().contains("Lineage of clean.csv", "run that failed");
        cli.run("lineage", "clean.csv", "-o", "clean.picture", "--format", "png");
        assertThat(Files.readAllBytes(cli.folder().resolve("clean.picture"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void json_is_a_graph_for_networkx() throws IOException {
        var json = TestJson.read(cli.run("lineage", "clean.csv", "--json").out());
        assertThat(json.at("/nodes").findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        "artifact_" + CLEAN, "artifact_" + RAW, "run_run1000000000000", "run_run2000000000000");
        assertThat(json.at("/edges").findValuesAsText("role")).containsExactlyInAnyOrder("input", "output", "input");
        assertThat(json.at("/nodes/0/size").asLong()).isEqualTo(1234);
    }

    @Test
    void other_formats_are_printed() {
        assertThat(cli.run("lineage", "clean.csv", "--format", "mermaid").out()).startsWith("flowchart LR");
    }

    @Test
    void an_unknown_artifact_is_refused() {
        var result = cli.run("lineage", "none.csv");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no artifact, collection or run with the key or uid none.csv");
        assertThat(result.out()).isEmpty();
    }
}
