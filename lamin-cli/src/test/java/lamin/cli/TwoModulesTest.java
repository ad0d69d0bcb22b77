package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules of a lab that evolve together: one renames a table that the other points to. */
class TwoModulesTest {
    private static final String LAMIN1 = "a904efb4bd6c";
    private static final String RENAMED = "aaaaaaaaaa02";
    private static final String PLATE = "bbbbbbbbbb01";
    private static final String NEXT_PLATE = "bbbbbbbbbb02";

    private Cli cli = Cli.in(Path.of(""));
    private Example lamin1 = new Example(Path.of(""), "");
    private Path plate = Path.of("");

    @BeforeEach
    void makeModules(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        cli = Cli.in(root);
        lamin1 = Example.copyTo(root.resolve("lnschema-lamin1"));
        plate = root.resolve("lnschema-plate/src/main/java/lnschema_plate");
        Files.createDirectories(plate.resolve("migrations/versions"));
        var pom = Files.readString(lamin1.directory().resolve("pom.xml"));
        Files.writeString(root.resolve("lnschema-plate/pom.xml"), pom.replace(">lnschema-lamin1<", ">lnschema-plate<"));
        setPlateHead(PLATE);
        write(
                plate.resolve("migrations/versions"),
                "lnschema_plate",
                PLATE,
                "dependsOn = \"" + LAMIN1 + "\"",
                "op.createTable(\"plate_use\").column(\"id\", int32()).identity().column(\"treatment_id\", int32())"
                        + ".primaryKey(\"id\").foreignKey(\"treatment_id\").references(\"lamin1_treatment\");");
        succeeds("module", "add", "lnschema-lamin1");
        succeeds("module", "add", "lnschema-plate");
    }

    private void setPlateHead(String head) throws IOException {
        Files.writeString(
                plate.resolve("package-info.java"),
                "@lamin.schema.SchemaModule(version = \"0.1.0\", migration = \"" + head + "\")\n"
                        + "package lnschema_plate;\n");
    }

    private static void write(Path scripts, String module, String revision, String more, String upgrade)
            throws IOException {
        var name = "V2026_11_22_" + revision + "_vx_x_x";
        Files.writeString(scripts.resolve(name + ".java"), """
                package %s.migrations.versions;

                import static lamin.schema.model.ColumnTypes.int32;

                @lamin.schema.Revision(id = "%s", %s)
                public final class %s implements lamin.schema.Migration {
                    @Override public void upgrade(lamin.schema.operation.Operations op) { %s }
                    @Override public void downgrade(lamin.schema.operation.Operations op) { %s }
                }
                """.formatted(
                        module, revision, more, name, upgrade, downgrade(upgrade)));
    }

    /** Of a table that is created, and of nothing else. */
    private static String downgrade(String upgrade) {
        return upgrade.startsWith("op.createTable")
                ? upgrade.replaceFirst("op.createTable(\\([^)]*\\)).*", "op.dropTable$1;")
                : "";
    }

    private void renameTreatment() throws IOException {
        write(
                lamin1.scripts(),
                "lnschema_lamin1",
                RENAMED,
                "down = \"" + LAMIN1 + "\"",
                "op.renameTable(\"lamin1_treatment\", \"lamin1_dose\");"
                        + " op.alterColumn(\"lamin1_dose\", \"unit\").newName(\"dose_unit\");");
        lamin1.edit("package-info", LAMIN1, RENAMED);
    }

    private void extendPlate(String dependsOn, String table) throws IOException {
        write(
                plate.resolve("migrations/versions"),
                "lnschema_plate",
                NEXT_PLATE,
                "down = \"" + PLATE + "\", dependsOn = \"" + dependsOn + "\"",
                "op.createTable(\"plate_plan\").column(\"dose_id\", int32()).foreignKey(\"dose_id\").references(\""
                        + table + "\");");
        setPlateHead(NEXT_PLATE);
    }

    private void succeeds(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private void init(String name, String... more) {
        var arguments =
                new ArrayList<>(List.of("init", "--storage", "./" + name, "--name", name, "--schema", "lamin1,plate"));
        arguments.addAll(List.of(more));
        succeeds(arguments.toArray(String[]::new));
    }

    private void fill(String instance, String treatments, String unit) {
        cli.sql(
                instance,
                "insert into " + treatments + " (uid, name, " + unit + ", created_by_id)"
                        + " select 't', 'heat', 'K', min(id) from lamindb_user");
        cli.sql(instance, "insert into plate_use (treatment_id) select min(id) from " + treatments);
    }

    private void assertHoldsItsUse(String instance) {
        assertThat(cli.sql(
                        instance,
                        "select count(*) from plate_use u join lamin1_dose d on d.id = u.treatment_id"
                                + " where d.name = 'heat' and d.dose_unit = 'K'"))
                .isEqualTo(1);
    }

    private SchemaModel logicalForm(String instance) {
        return LogicalForm.of(cli.database(instance).read(Introspector::read), DatabaseSystem.of("sqlite"));
    }

    @Test
    void an_upgrade_of_both_and_a_fresh_install_end_equal_on_both_databases() throws IOException {
        try (var postgres = TestPostgres.create()) {
            init("old");
            init("server", "--db", postgres.url());
            fill("old", "lamin1_treatment", "unit");
            fill("server", "lamin1_treatment", "unit");

            renameTreatment();
            extendPlate(RENAMED, "lamin1_dose");
            succeeds("migrate", "deploy", "--instance", "old");
            succeeds("migrate", "deploy", "--instance", "server");
            init("fresh");
            fill("fresh", "lamin1_dose", "dose_unit");

            for (var instance : List.of("old", "server", "fresh")) {
                assertHoldsItsUse(instance);
                assertThat(LogicalForm.differences(logicalForm(instance), logicalForm("fresh")))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_module_that_still_builds_on_the_old_table_is_refused_with_what_to_install() throws IOException {
        init("lab");
        renameTreatment();
        succeeds("migrate", "deploy");
        extendPlate(LAMIN1, "lamin1_treatment");
        var before = logicalForm("lab");

        var result = cli.run("migrate", "deploy");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains(
                        "migration plate " + NEXT_PLATE + " (vX.X.X) does not fit: there is no table lamin1_treatment",
                        "migration lamin1 " + RENAMED + " (vX.X.X) changed that table before it",
                        "install a version of lnschema-plate that was made for revision " + RENAMED
                                + " of lnschema-lamin1");
        assertThat(logicalForm("lab")).isEqualTo(before);
    }

    @Test
    void a_module_that_builds_on_a_rename_that_is_not_here_is_refused_with_what_to_install() throws IOException {
        init("lab");
        extendPlate(RENAMED, "lamin1_dose");
        var before = logicalForm("lab");

        var result = cli.run("migrate", "deploy");

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err())
                .contains(
                        "plate " + NEXT_PLATE + " (vX.X.X) requires revision " + RENAMED,
                        "install a later version of lnschema-lamin1 (installed: 0.4.0)");
        assertThat(logicalForm("lab")).isEqualTo(before);
    }

    /** In the project of the module plate. */
    private Cli atPlate() {
        return cli.at(plate.resolve("../../../..").normalize());
    }

    private void plateEntity(String name, String annotations, String fields) throws IOException {
        Files.writeString(plate.resolve(name + ".java"), """
                package lnschema_plate;

                import jakarta.persistence.*;

                @Entity %s
                public class %s {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    %s
                }
                """.formatted(annotations, name, fields));
    }

    private static void assertSucceeds(Cli.Result result) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @Test
    void a_module_whose_entities_no_longer_mention_the_other_can_still_be_migrated() throws IOException {
        plateEntity("Use", "", "");

        assertThat(atPlate().run("migrate", "check").outLines())
                .contains("op.dropColumn(\"plate_use\", \"treatment_id\");");
        assertSucceeds(atPlate().run("migrate", "create", "--drop", "plate_use.treatment_id"));
        assertSucceeds(atPlate().run("migrate", "check"));
    }

    @Test
    void the_way_back_of_a_dropped_table_needs_the_name_that_the_other_module_gave_since() throws IOException {
        renameTreatment();
        plateEntity("Rack", "", "");

        assertSucceeds(atPlate().run("migrate", "create", "--drop", "plate_use"));

        assertThat(plateScript()).contains("dependsOn = \"" + RENAMED + "\"", "references(\"lamin1_dose\")");
        assertSucceeds(atPlate().run("migrate", "check"));
    }

    @Test
    void a_dropped_reference_needs_the_other_module_for_its_way_back() throws IOException {
        renameTreatment();
        plateEntity("Use", "", "");

        assertSucceeds(atPlate().run("migrate", "create", "--drop", "plate_use.treatment_id"));

        assertThat(plateScript()).contains("dependsOn = \"" + RENAMED + "\"");
        assertSucceeds(atPlate().run("migrate", "check"));
    }

    @Test
    void an_older_generated_script_gets_the_dependency_it_must_declare() throws IOException {
        plateEntity("Use", "", "Integer treatmentId;");
        assertSucceeds(atPlate().run("migrate", "generate"));
        renameTreatment();
        plateEntity("Use", "", "");

        assertThat(atPlate().run("migrate", "check").outLines())
                .contains("// in @Revision: dependsOn = \"" + RENAMED + "\"");
    }

    private String plateScript() throws IOException {
        try (var files = Files.list(plate.resolve("migrations/versions"))) {
            return Files.readString(files.filter(file -> !file.toString().contains(PLATE))
                    .findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void equal_names_of_keys_are_refused_by_check_create_and_init() throws IOException {
        plateEntity(
                "Use",
                "@Table(indexes = @Index(name = \"lamin1_treatment_uid_key\", columnList = \"id\"))",
                "Integer treatmentId;");
        var shared = "the name lamin1_treatment_uid_key is given to a key or index of ";
        assertThat(atPlate().run("migrate", "check").out()).contains(shared, "(module lamin1)", "(module plate)");
        var created = atPlate().run("migrate", "create");
        assertThat(created.exitCode()).isEqualTo(4);
        assertThat(created.err()).contains(shared, "give one of them another name");

        Files.delete(plate.resolve("Use.java"));
        write(
                plate.resolve("migrations/versions"),
                "lnschema_plate",
                NEXT_PLATE,
                "down = \"" + PLATE + "\"",
                "op.createIndex(\"plate_use\", \"id\").name(\"lamin1_treatment_uid_key\");");
        setPlateHead(NEXT_PLATE);
        var init = cli.run("init", "--storage", "./lab", "--name", "lab", "--schema", "lamin1,plate");
        assertThat(init.exitCode()).isEqualTo(4);
        assertThat(init.err()).contains(shared);
    }

    @Test
    void the_prefix_of_a_module_that_is_not_mounted_is_refused_everywhere() throws IOException {
        Files.writeString(
                plate.resolve("package-info.java"),
                "@lamin.schema.SchemaModule(version = \"0.1.0\", migration = \"" + PLATE
                        + "\", tablePrefix = \"bionty\")\npackage lnschema_plate;\n");
        var shared = "module plate has tablePrefix \"bionty\", which is that of module bionty";
        assertThat(atPlate().run("migrate", "check").out()).contains(shared);
        var init = cli.run("init", "--storage", "./lab", "--name", "lab", "--schema", "lamin1,plate");
        assertThat(init.exitCode()).isEqualTo(4);
        assertThat(init.err()).contains(shared, "choose another prefix");
    }
}
