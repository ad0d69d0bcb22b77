package lamin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import lamin.schema.internal.sql.Jdbc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationContractTest {
    private AssayModule module = new AssayModule(Path.of(""));

    @BeforeEach
    void writeModule(@TempDir Path folder) throws IOException {
        module = AssayModule.create(folder.toRealPath());
    }

    @Test
    void a_sound_module_passes_on_both_databases_from_every_version_to_every_later_one() {
        var run = ContractRun.of(module);
        assertThat(run.failures()).isEmpty();
        assertThat(run.log()).isEmpty();
        for (var database : new String[] {"sqlite", "postgresql"}) {
            assertThat(run.passed())
                    .contains(
                            database + ": a new database matches the scripts",
                            database + ": a00000000003 (v1.2.0) goes up, down and up",
                            database + ": 1.0.0 -> 1.1.0 keeps its rows",
                            database + ": 1.0.0 -> 1.3.0 keeps its rows",
                            database + ": 1.2.0 -> 1.3.0 keeps its rows");
            assertThat(run.passed().stream()
                            .filter(name -> name.startsWith(database))
                            .filter(name -> name.endsWith("keeps its rows")))
                    .hasSize(6);
        }
    }

    @Test
    void rows_of_the_author_come_before_generated_ones() {
        var revisions = new ArrayList<String>();
        var run = ContractRun.of(module, Map.of(), (revision, connection) -> {
            revisions.add(revision);
            Jdbc.execute(connection, "INSERT INTO assay_notebook (title) VALUES ('mine')");
        });
        assertThat(revisions).contains("a00000000001", "a00000000002", "a00000000003");
        assertThat(run.failures()).isEmpty();
    }

    @Test
    void a_table_that_no_script_tells_of_is_found() throws IOException {
        module.script(
                "a00000000005",
                "a00000000004",
                "op.run(lnschema_assay.Purge.class);",
                "op.irreversible(\"they are gone\");");
        module.write("src/main/java/lnschema_assay/Purge.java", """
                package lnschema_assay;
                public final class Purge implements lamin.schema.operation.DataStep {
                    @Override public void run(java.sql.Connection connection) throws java.sql.SQLException {
                        lamin.schema.internal.sql.Jdbc.execute(connection, "CREATE TABLE assay_left_behind (id integer)");
                    }
                }
                """);
        module.head("a00000000005");
        assertThat(ContractRun.of(module).failures())
                .containsEntry(
                        "sqlite: a00000000005 (vX.X.X) goes up",
                        "the database does not match the scripts:\ntable assay_left_behind is not expected");
    }

    /** Each is found without a database, and following the log fixes it. */
    @Nested
    class Mistakes {
        @Test
        void a_script_forgotten() throws IOException {
            module.edit(
                    "Notebook.java", "    protected Notebook", "    private Integer pages;\n\n    protected Notebook");
            var run = onlyFailure("the scripts create what the entities describe");
            assertThat(run.log())
                    .startsWith("// first: lamin migrate generate", "----- add to the new script, upgrade -----")
                    .contains("op.addColumn(\"assay_notebook\", \"pages\", int32());")
                    .endsWith("op.dropColumn(\"assay_notebook\", \"pages\");", "-----");
            assertThat(module.directory().resolve("target/lamin/missing-operations.txt"))
                    .hasContent(String.join("\n", run.log()));

            module.script("a00000000005", "a00000000004", line(run, "op.addColumn"), line(run, "op.dropColumn"));
            module.head("a00000000005");
            passesNow();
            assertThat(module.directory().resolve("target/lamin/missing-operations.txt"))
                    .doesNotExist();
        }

        @Test
        void the_head_not_updated() throws IOException {
            module.head("a00000000003");
            var run = onlyFailure("package-info names the head");
            assertThat(run.failures().values())
                    .singleElement()
                    .asString()
                    .contains("write: @SchemaModule(version = \"1.3.0\", migration = \"a00000000004\")");
            module.head("a00000000004");
            passesNow();
        }

        @Test
        void two_heads() throws IOException {
            module.script("a00000000005", "a00000000004", "", "");
            module.script("a00000000006", "a00000000004", "", "");
            var run = onlyFailure("the chain has one head");
            assertThat(run.failures().values())
                    .singleElement()
                    .asString()
                    .contains("a00000000005 and a00000000006", "lamin migrate merge");
        }

        @Test
        void a_released_script_edited() throws IOException {
            var script = "migrations/versions/V2026_01_01_a00000000001_v1_0_0.java";
            module.edit(script, ".defaultValue(0)", ".defaultValue(1)");
            var run = onlyFailure("released scripts are unchanged");
            assertThat(run.failures().values())
                    .singleElement()
                    .asString()
                    .contains(
                            "V2026_01_01_a00000000001_v1_0_0.java",
                            "restore it, and put the change into a new migration");
            module.edit(script, ".defaultValue(1)", ".defaultValue(0)");
            passesNow();
        }

        @Test
        void a_column_that_is_not_null_without_default() throws IOException {
            module.edit("Notebook.java", "    protected Notebook", "    private int pages;\n\n    protected Notebook");
            var missing = onlyFailure("the scripts create what the entities describe");
            assertThat(missing.log())
                    .anyMatch(line -> line.startsWith("// decision needed: column assay_notebook.pages"));

            var upgrade = line(missing, "op.addColumn");
            var script = module.script("a00000000005", "a00000000004", upgrade, line(missing, "op.dropColumn"));
            module.head("a00000000005");
            var pasted = onlyFailure("new columns have values for existing rows");
            assertThat(pasted.failures().values())
                    .singleElement()
                    .asString()
                    .contains("column assay_notebook.pages", "SQL instead of the TODO");

            Files.writeString(script, Files.readString(script).replaceAll("TODO[^\"]*", "7"));
            passesNow();
        }

        @Test
        void a_downgrade_missing() throws IOException {
            module.edit(
                    "Notebook.java", "    protected Notebook", "    private Integer pages;\n\n    protected Notebook");
            var upgrade = "op.addColumn(\"assay_notebook\", \"pages\", lamin.schema.model.ColumnTypes.int32());";
            module.script("a00000000005", "a00000000004", upgrade, "");
            module.head("a00000000005");
            var run = onlyFailure("every downgrade leads back");
            assertThat(run.log())
                    .containsExactly(
                            "----- add to V2026_05_01_a00000000005_vx_x_x.java, downgrade -----",
                            "op.dropColumn(\"assay_notebook\", \"pages\");",
                            "-----");
            module.script("a00000000005", "a00000000004", upgrade, line(run, "op.dropColumn"));
            passesNow();
        }

        @Test
        void a_downgrade_that_stops_half_way() throws IOException {
            module.edit(
                    "Notebook.java",
                    "    protected Notebook",
                    "    private Integer pages;\n    private Integer words;\n\n    protected Notebook");
            var upgrade =
                    "op.addColumn(\"assay_notebook\", \"pages\", lamin.schema.model.ColumnTypes.int32());op.addColumn(\"assay_notebook\", \"words\", lamin.schema.model.ColumnTypes.int32());";
            module.script("a00000000005", "a00000000004", upgrade, "op.dropColumn(\"assay_notebook\", \"words\");");
            module.head("a00000000005");
            assertThat(onlyFailure("every downgrade leads back").log())
                    .contains("op.dropColumn(\"assay_notebook\", \"pages\");");
        }

        @Test
        void an_entity_outside_the_package() throws IOException {
            var stray = module.write(
                    "src/main/java/elsewhere/Stray.java",
                    "package elsewhere;\n@jakarta.persistence.Entity public class Stray { @jakarta.persistence.Id long id; }");
            var run = onlyFailure("the module keeps to the convention");
            assertThat(run.failures().values())
                    .singleElement()
                    .asString()
                    .contains("elsewhere.Stray must be in lnschema_assay");
            Files.delete(stray);
            passesNow();
        }

        @Test
        void a_table_name_stolen_from_core() throws IOException {
            module.edit("Page.java", "@Entity", "@Entity\n@jakarta.persistence.Table(name = \"lamindb_artifact\")");
            var run = onlyFailure("no table, key or index has a name that belongs to another module");
            assertThat(run.failures().values())
                    .singleElement()
                    .asString()
                    .contains("lamindb_artifact", "call it assay_page");
            module.edit("Page.java", "@Entity\n@jakarta.persistence.Table(name = \"lamindb_artifact\")", "@Entity");
            passesNow();
        }

        private ContractRun onlyFailure(String rule) {
            var run = ContractRun.of(module);
            assertThat(run.failures()).containsOnlyKeys(rule);
            assertThat(run.passed()).isEmpty();
            return run;
        }

        private void passesNow() {
            assertThat(ContractRun.of(module).failures()).isEmpty();
        }

        private static String line(ContractRun run, String start) {
            return run.log().stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow()
                    .replace("int32()", "lamin.schema.model.ColumnTypes.int32()");
        }
    }

    @Test
    void a_job_of_github_gets_an_annotation_and_a_summary() throws IOException {
        module.edit("Notebook.java", "    protected Notebook", "    private Integer pages;\n\n    protected Notebook");
        module.script("a00000000005", "a00000000004", "", "");
        module.head("a00000000005");
        Files.createDirectory(module.directory().resolve(".git"));
        var summary = module.directory().resolve("summary.md");
        var environment = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());
        var run = ContractRun.of(module, environment, (revision, connection) -> {});
        assertThat(run.log().getFirst())
                .startsWith(
                        "::error file=src/main/java/lnschema_assay/migrations/versions/V2026_05_01_a00000000005_vx_x_x.java,line=6,title=Missing operations::----- add to V2026_05_01_a00000000005_vx_x_x.java, imports -----%0Aimport static lamin.schema.model.ColumnTypes.int32;%0A-----");
        assertThat(summary).content().startsWith("### Missing operations\n```java\n----- add to ");
    }
}
