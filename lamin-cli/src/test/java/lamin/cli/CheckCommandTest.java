package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lamin migrate check} says of a module with mistakes. */
class CheckCommandTest {
    private static final String RELEASED = "migrations/versions/V2026_11_22_58c82b11f0c1_v0_1_0";

    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        example = Example.in(folder);
        cli = example.cli();
    }

    @Test
    void a_released_script_that_was_edited_is_named_also_when_asked_again() throws IOException {
        example.edit(RELEASED, "string(64)", "string(65)");
        for (int i = 0; i < 2; i++) {
            var check = cli.run("migrate", "check");
            assertThat(check.exitCode()).isEqualTo(4);
            assertThat(check.out())
                    .contains("V2026_11_22_58c82b11f0c1_v0_1_0.java was released with v0.1.0 and edited since")
                    .contains("restore it, and put the change into a new migration")
                    .doesNotContain("-----", "op.");
        }
        example.edit(RELEASED, "string(65)", "string(64)");
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void another_head_is_answered_with_the_line_to_write() throws IOException {
        example.edit("package-info", "a904efb4bd6c", "ffffffffffff");
        var check = cli.run("migrate", "check");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.out()).endsWith("write: @SchemaModule(version = \"0.4.0\", migration = \"a904efb4bd6c\")\n");
    }

    @Test
    void two_heads_are_answered_with_merge() throws IOException {
        branch("aaaaaaaaaaaa");
        branch("bbbbbbbbbbbb");
        var check = cli.run("migrate", "check");
        assertThat(check.exitCode()).isEqualTo(4);
        assertThat(check.out()).contains("aaaaaaaaaaaa and bbbbbbbbbbbb", "lamin migrate merge");
    }

    private void branch(String id) throws IOException {
        Files.writeString(example.scripts().resolve("V2026_12_01_" + id + "_vx_x_x.java"), """
                package lnschema_lamin1.migrations.versions;

                @lamin.schema.Revision(id = "%s", down = "a904efb4bd6c")
                public final class V2026_12_01_%s_vx_x_x implements lamin.schema.Migration {
                    @Override public void upgrade(lamin.schema.operation.Operations op) {}
                    @Override public void downgrade(lamin.schema.operation.Operations op) {}
                }
                """.formatted(id, id));
    }

    @Test
    void a_table_with_the_name_of_another_modules_is_refused() throws IOException {
        example.edit("Treatment", "@Table(", "@Table(name = \"lamindb_treatment\", ");
        var check = cli.run("migrate", "check");
        assertThat(check.exitCode()).isEqualTo(4);
        assertThat(check.out()).contains("lamindb_treatment", "call it lamin1_treatment");
    }

    @Test
    void a_job_of_github_gets_an_annotation_beside_the_result() throws IOException {
        example.addFieldToExperiment();
        var check = cli.with("GITHUB_ACTIONS", "true").run("migrate", "check");
        assertThat(check.err()).contains("::error file=", "package-info.java,line=", "title=Missing operations::");
        assertThat(check.outLines().getFirst()).isEqualTo("// first: lamin migrate generate");
    }
}
