package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The author of a module releases it. */
class ReleaseTest {
    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");
    private GitRepository git = new GitRepository(Path.of(""));

    @BeforeEach
    void addFieldWithMigration(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        example = Example.copyTo(root.resolve("lnschema-lamin1"));
        cli = Cli.in(root).at(example.directory());
        git = GitRepository.init(example.directory());
        example.addFieldToExperiment();
        assertThat(cli.run("migrate", "create").exitCode()).isZero();
        git.commit("Add a field");
    }

    @Test
    void all_that_a_release_consists_of_is_edited() throws IOException {
        var script = openScript();
        var before = Files.readString(script);
        var result = cli.run("migrate", "release", "1.0.0");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines().getFirst()).isEqualTo("released 1.0.0 with 1 migration");
        assertThat(result.err()).contains("next: git add --all . && git commit -m \"Release 1.0.0\" && git tag v1.0.0");
        assertThat(example.read("package-info")).contains("@SchemaModule(version = \"1.0.0\", migration = ");
        assertThat(Files.readString(example.directory().resolve("pom.xml"))).contains("  <version>1.0.0</version>\n");
        assertThat(Files.readString(example.directory().resolve("CHANGELOG.md")))
                .isEqualTo("# Changelog\n\n## 1.0.0 - " + LocalDate.now(Clock.systemUTC()) + "\n\n- Migration `"
                        + revision(script) + "`.\n");
        assertThat(script).doesNotExist();
        var released = Path.of(script.toString().replace("_vx_x_x", "_v1_0_0"));
        assertThat(Files.readString(released).replaceAll(", checksum = \"c2:[0-9a-f]{64}\"", ""))
                .isEqualTo(before.replace("vX.X.X", "v1.0.0").replace("_vx_x_x", "_v1_0_0"));
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void the_next_release_goes_on_from_it() throws IOException {
        assertThat(cli.run("migrate", "release", "1.0.0-rc1").exitCode()).isZero();
        git.commit("Release");
        example.renameFieldOfExperiment();
        var created = cli.run("migrate", "create", "--rename", "lamin1_experiment.v=version");
        assertThat(created.exitCode()).as(created.err()).isZero();
        git.commit("Rename a field");
        var result = cli.run("migrate", "release", "1.0.0");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(git.run("status", "--porcelain")).contains("CHANGELOG.md", "pom.xml", "package-info.java");
        try (var files = Files.list(example.scripts())) {
            assertThat(files.map(Path::toString))
                    .anyMatch(file -> file.endsWith("_v1_0_0_rc1.java"))
                    .anyMatch(file -> file.endsWith("_v1_0_0.java"));
        }
    }

    @Test
    void a_dry_run_prints_the_lines_and_changes_nothing() throws IOException {
        var result = cli.run("migrate", "release", "v1.0.0", "--dry-run");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines())
                .contains(
                        "would release 1.0.0 with 1 migration",
                        "-  <version>0.4.0</version>",
                        "+  <version>1.0.0</version>",
                        "new CHANGELOG.md")
                .anyMatch(line -> line.matches("src/.*_vx_x_x.java -> src/.*_v1_0_0.java"))
                .anyMatch(line -> line.startsWith("+@SchemaModule(version = \"1.0.0\""));
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void json_has_the_files_and_their_lines() throws IOException {
        var result = cli.run("migrate", "release", "1.0.0", "--dry-run", "--json");
        var json = TestJson.read(result.out());
        assertThat(json.at("/version").asText()).isEqualTo("1.0.0");
        assertThat(json.at("/dry_run").asBoolean()).isTrue();
        assertThat(json.at("/revisions/0").asText()).isEqualTo(revision(openScript()));
        assertThat(json.at("/files/1/renamed_to").asText()).endsWith("_v1_0_0.java");
    }

    @Test
    void without_a_new_migration_there_is_a_release_all_the_same() throws IOException {
        assertThat(cli.run("migrate", "release", "1.0.0").exitCode()).isZero();
        git.commit("Release");
        var result = cli.run("migrate", "release", "1.0.1");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines().getFirst()).isEqualTo("released 1.0.1 with no migration");
        assertThat(Files.readString(example.directory().resolve("CHANGELOG.md")))
                .containsSubsequence("## 1.0.1", "No migrations", "## 1.0.0");
    }

    @Test
    void entries_under_unreleased_become_those_of_the_release() throws IOException {
        Files.writeString(
                example.directory().resolve("CHANGELOG.md"),
                "# Changelog\n\n## Unreleased\n\n- Protocols of experiments.\n\n## 0.1.0\n\n- First.\n");
        git.commit("Changelog");
        assertThat(cli.run("migrate", "release", "1.0.0").exitCode()).isZero();
        assertThat(Files.readString(example.directory().resolve("CHANGELOG.md")))
                .isEqualTo("# Changelog\n\n## Unreleased\n\n## 1.0.0 - " + LocalDate.now(Clock.systemUTC())
                        + "\n\n- Migration `" + revisionOf("_v1_0_0") + "`.\n\n- Protocols of experiments.\n\n"
                        + "## 0.1.0\n\n- First.\n");
    }

    @Test
    void outside_a_repository_it_is_reported_and_done() throws IOException {
        git.forget();
        var result = cli.run("migrate", "release", "1.0.0");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("not in a git repository");
    }

    @Test
    void the_checksum_is_that_of_the_released_script_also_with_a_step_inside() throws IOException {
        var script = openScript();
        Files.writeString(
                script,
                Files.readString(script)
                        .replace(
                                "public void upgrade(Operations op) {",
                                "public void upgrade(Operations op) {\n        op.run(Fill.class);")
                        .replaceFirst("}\\s*$", """

                            public static final class Fill implements lamin.schema.operation.DataStep {
                                @Override
                                public void run(java.sql.Connection connection) {}
                            }
                        }
                        """));
        git.commit("Fill");
        var result = cli.run("migrate", "release", "1.0.0");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.readString(Path.of(script.toString().replace("_vx_x_x", "_v1_0_0"))))
                .contains("c2:");
    }

    @Nested
    class Nothing_is_changed {
        @Test
        void by_what_is_no_version() {
            for (var version : List.of("1.0", "vv1.0.0", "01.0.0", "1.0.0-SNAPSHOT", "1.0.0+5", "", "latest")) {
                assertRefused(2, "is not a version to release", version);
            }
        }

        @Test
        void by_a_version_that_is_there() {
            assertRefused(4, "a904efb4bd6c", "0.4.0");
        }

        @Test
        void by_a_version_before_those_that_exist() throws IOException {
            assertRefused(4, "later", "0.0.9");
            assertRefused(4, "later", "0.4.0-rc1");
            example.edit("package-info", "version = \"0.4.0\"", "version = \"2.0.0\"");
            git.commit("By hand");
            assertRefused(4, "package-info.java has 2.0.0", "1.0.0");
        }

        @Test
        void by_files_that_are_not_committed() throws IOException {
            Files.writeString(example.directory().resolve("notes.txt"), "x");
            assertRefused(4, "1 file is not: ?? notes.txt", "1.0.0");
        }

        @Test
        void by_entities_without_their_migration() throws IOException {
            example.renameFieldOfExperiment();
            git.commit("Rename");
            assertRefused(3, "lamin migrate check", "1.0.0");
        }

        @Test
        void by_a_head_that_is_not_the_last() throws IOException {
            example.edit("package-info", revision(openScript()), "a904efb4bd6c");
            git.commit("Old head");
            assertRefused(3, "package-info names the head", "1.0.0");
        }

        @Test
        void by_a_version_that_is_no_text() throws IOException {
            example.edit("package-info", "version = \"0.4.0\"", "version = Experiment.MODULE_VERSION");
            var constructor = "protected Experiment() {}";
            example.edit(
                    "Experiment", constructor, "static final String MODULE_VERSION = \"0.4.0\";\n\n    " + constructor);
            git.commit("Constant");
            assertRefused(4, "package-info.java:5: ", "1.0.0");
            assertRefused(4, "version = \"1.0.0\"", "1.0.0");
        }

        @Test
        void by_a_pom_that_has_no_version_of_its_own() throws IOException {
            editPom("<version>0.4.0</version>", "<version>${lab.major}.0</version>");
            editPom("<dependencies>", "<properties><lab.major>0.4</lab.major></properties>\n  <dependencies>");
            git.commit("Composed");
            assertRefused(4, "pom.xml:13: the version is ${lab.major}.0", "1.0.0");
        }

        @Test
        void by_another_class_that_names_the_script() throws IOException {
            var name = openScript().getFileName().toString().replace(".java", "");
            Files.writeString(
                    example.scripts().resolve("Names.java"),
                    "package lnschema_lamin1.migrations.versions;\n\nclass Names {\n    Class<?> last = " + name
                            + ".class;\n}\n");
            git.commit("Names");
            assertRefused(1, "Names.java:4", "1.0.0");
        }

        private void assertRefused(int exitCode, String message, String version) {
            var status = git.run("status", "--porcelain");
            var result = cli.run("migrate", "release", version);
            assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
            assertThat(result.err()).contains(message);
            assertThat(result.out()).isEmpty();
            assertThat(git.run("status", "--porcelain")).isEqualTo(status);
        }
    }

    @Test
    void a_property_that_holds_the_version_is_edited() throws IOException {
        editPom("<version>0.4.0</version>", "<version>${revision}</version>");
        editPom(
                "<dependencies>",
                "<properties>\r\n    <revision> 0.5.0-SNAPSHOT </revision><!-- ä --></properties>\n  <dependencies>");
        git.commit("Property");
        var before = Files.readString(example.directory().resolve("pom.xml"));
        var result = cli.run("migrate", "release", "1.0.0");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.readString(example.directory().resolve("pom.xml")))
                .isEqualTo(before.replace("0.5.0-SNAPSHOT", "1.0.0"));
    }

    private void editPom(String old, String replacement) throws IOException {
        var pom = example.directory().resolve("pom.xml");
        var text = Files.readString(pom);
        assertThat(text).contains(old);
        Files.writeString(pom, text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(replacement)));
    }

    private Path openScript() throws IOException {
        return script("_vx_x_x");
    }

    private Path script(String release) throws IOException {
        try (var files = Files.list(example.scripts())) {
            return files.filter(file -> file.toString().endsWith(release + ".java"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String revisionOf(String release) throws IOException {
        return revision(script(release));
    }

    private static String revision(Path script) {
        return script.getFileName().toString().split("_", -1)[3];
    }
}
