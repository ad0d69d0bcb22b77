package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people add a migration each, on branches of their own. */
class MergeTest {
    private static final String FIRST = "a904efb4bd6c";
    private static final String ADA = "aaaaaaaaaaaa";
    private static final String BOB = "bbbbbbbbbbbb";

    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");
    private GitRepository git = new GitRepository(Path.of(""));

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        example = Example.in(folder);
        cli = example.cli();
        git = GitRepository.init(example.directory());
    }

    @Test
    void the_later_of_two_unreleased_migrations_goes_on_from_the_other() throws IOException {
        git.run("branch", "bob");
        field("protocol");
        script("V2026_12_01_aaaaaaaaaaaa_vx_x_x", ADA, add("protocol"));
        head(FIRST, ADA);
        git.commit("Ada");
        git.run("checkout", "--quiet", "bob");
        example.edit(
                "Well",
                "protected Well() {}",
                "@Column(length = 8)\n    private @Nullable String dye;\n\n    protected Well() {}");
        var bobs = script("V2026_12_02_bbbbbbbbbbbb_vx_x_x", BOB, addToWell("dye"));
        head(FIRST, BOB);
        git.commit("Bob");

        git.mergeWithConflict("main");
        var conflict = cli.run("migrate", "merge");
        assertThat(conflict.exitCode()).isEqualTo(1);
        assertThat(conflict.err()).contains("package-info.java:5: git left a conflict here", "lamin migrate merge");
        git.run("checkout", "--quiet", "--theirs", "src/main/java/lnschema_lamin1/package-info.java");

        var check = cli.run("migrate", "check");
        assertThat(check.exitCode()).isEqualTo(4);
        assertThat(check.out()).contains("the chain has 2 heads", "lamin migrate merge");

        var before = Files.readString(bobs);
        var merged = cli.run("migrate", "merge");
        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(merged.outLines().getFirst()).isEqualTo(BOB + " follows " + ADA);
        assertThat(Files.readString(bobs)).isEqualTo(before.replace("\"" + FIRST + "\"", "\"" + ADA + "\""));
        assertThat(example.read("package-info")).contains("migration = \"" + BOB + "\"");
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
        assertThat(cli.run("migrate", "merge").outLines())
                .containsExactly("nothing to merge: the chain has one head, " + BOB);
    }

    @Test
    void what_is_released_stays_although_it_is_later() throws IOException {
        field("device");
        script("V2026_12_02_bbbbbbbbbbbb_vx_x_x", BOB, add("device"));
        head(FIRST, BOB);
        release("0.5.0");
        field("protocol");
        script("V2026_12_01_aaaaaaaaaaaa_vx_x_x", ADA, add("protocol"));

        var refused = cli.run("migrate", "merge", "--last", BOB);
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains(BOB + " cannot go last");
        var before = sources();
        var tried = cli.run("migrate", "merge", "--dry-run", "--json");
        assertThat(tried.exitCode()).as(tried.err()).isZero();
        var json = TestJson.read(tried.out());
        assertThat(json.at("/head").asText()).isEqualTo(ADA);
        assertThat(json.at("/moves/0/onto").asText()).isEqualTo(BOB);
        assertThat(sources()).isEqualTo(before);

        var merged = cli.run("migrate", "merge");
        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(merged.outLines().getFirst()).isEqualTo(ADA + " follows " + BOB);
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void of_one_day_a_person_or_an_option_says_which_goes_last() throws IOException {
        field("protocol");
        field("device");
        script("V2026_12_01_aaaaaaaaaaaa_vx_x_x", ADA, add("protocol"));
        script("V2026_12_01_bbbbbbbbbbbb_vx_x_x", BOB, add("device"));
        head(FIRST, ADA);

        var undecided = cli.run("migrate", "merge");
        assertThat(undecided.exitCode()).isEqualTo(4);
        assertThat(undecided.err()).contains("--last " + ADA, "--last " + BOB, "nothing was written");
        var unknown = cli.run("migrate", "merge", "--last", FIRST);
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("is not a head; heads are " + ADA + " and " + BOB);
        var asked = cli.runAnswering(List.of("n", "y"), "migrate", "merge", "--dry-run");
        assertThat(asked.outLines().getFirst()).isEqualTo(ADA + " would follow " + BOB);
        var told = cli.run("migrate", "merge", "--last", ADA.substring(0, 4));
        assertThat(told.outLines().getFirst()).isEqualTo(ADA + " follows " + BOB);
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void a_migration_that_does_not_fit_behind_the_other_is_named_and_nothing_is_changed() throws IOException {
        field("protocol");
        script("V2026_12_01_aaaaaaaaaaaa_vx_x_x", ADA, add("protocol"));
        script("V2026_12_02_bbbbbbbbbbbb_vx_x_x", BOB, add("protocol"));
        head(FIRST, BOB);
        var before = sources();
        var result = cli.run("migrate", "merge");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains(BOB, ADA, "nothing was changed", "then: lamin migrate merge")
                .hasLineCount(3);
        assertThat(sources()).isEqualTo(before);
    }

    @Test
    void what_both_branches_do_is_to_be_removed_from_one() throws IOException {
        example.edit(
                "Experiment", "@Column(length = 150, nullable = false)", "@Column(length = 200, nullable = false)");
        var widening = "op.alterColumn(\"lamin1_experiment\", \"name\").type(string(200));";
        script("V2026_12_01_aaaaaaaaaaaa_vx_x_x", ADA, widening);
        script("V2026_12_02_bbbbbbbbbbbb_vx_x_x", BOB, widening);
        head(FIRST, BOB);
        var before = sources();

        var result = cli.run("migrate", "merge");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains(
                        "nothing was changed",
                        "V2026_12_02_bbbbbbbbbbbb_vx_x_x.java repeats what is done before it: alterColumn"
                                + " lamin1_experiment.name type");
        assertThat(sources()).isEqualTo(before);
    }

    @Test
    void a_downgrade_that_no_longer_leads_back_is_printed() throws IOException {
        example.edit(
                "Experiment", "@Column(length = 150, nullable = false)", "@Column(length = 300, nullable = false)");
        var type = "op.alterColumn(\"lamin1_experiment\", \"name\").type(string(%d));";
        for (var branch : List.of(List.of("01_" + ADA, ADA, 200), List.of("02_" + BOB, BOB, 300))) {
            var script = script(
                    "V2026_12_" + branch.get(0) + "_vx_x_x", branch.get(1).toString(), "UP");
            Files.writeString(
                    script,
                    Files.readString(script)
                            .replaceFirst("UP", type.formatted(branch.get(2)))
                            .replaceFirst("UP", type.formatted(150)));
        }
        head(FIRST, BOB);

        var result = cli.run("migrate", "merge", "--last", BOB.substring(0, 4));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(result.out()).contains(BOB + " follows " + ADA, "downgrade -----", type.formatted(200));
        assertThat(cli.run("migrate", "check").exitCode()).isEqualTo(3);
    }

    @Test
    void what_the_merged_entities_lack_is_printed() throws IOException {
        field("protocol");
        script("V2026_12_01_aaaaaaaaaaaa_vx_x_x", ADA, add("protocol"));
        script("V2026_12_02_bbbbbbbbbbbb_vx_x_x", BOB, add("device"));
        head(FIRST, BOB);
        var result = cli.run("migrate", "merge");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(result.out()).contains(BOB + " follows " + ADA, "op.dropColumn(\"lamin1_experiment\", \"device\")");
    }

    @Test
    void three_branches_become_one_chain() throws IOException {
        field("protocol");
        field("device");
        field("assistant");
        script("V2026_12_01_bbbbbbbbbbbb_vx_x_x", BOB, add("device"));
        script("V2026_12_02_aaaaaaaaaaaa_vx_x_x", ADA, add("protocol"));
        script("V2026_12_03_cccccccccccc_vx_x_x", "cccccccccccc", add("assistant"));
        head(FIRST, BOB);
        var result = cli.run("migrate", "merge");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines()).startsWith(ADA + " follows " + BOB, "cccccccccccc follows " + ADA);
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void two_released_heads_are_joined_by_a_script_of_their_own() throws IOException {
        git.run("branch", "bob");
        field("protocol");
        script("V2026_12_01_aaaaaaaaaaaa_vx_x_x", ADA, add("protocol"));
        head(FIRST, ADA);
        release("0.5.0");
        var adas = Files.readString(example.scripts().resolve("V2026_12_01_aaaaaaaaaaaa_v0_5_0.java"));
        git.run("checkout", "--quiet", "bob");
        field("device");
        script("V2026_12_02_bbbbbbbbbbbb_vx_x_x", BOB, add("device"));
        head(FIRST, BOB);
        release("0.5.1");
        field("protocol");
        Files.writeString(example.scripts().resolve("V2026_12_01_aaaaaaaaaaaa_v0_5_0.java"), adas);
        var result = cli.run("migrate", "merge");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("were released", "down = {\"" + ADA + "\", \"" + BOB + "\"}");

        var joining = script("V2026_12_03_cccccccccccc_vx_x_x", "cccccccccccc", "");
        Files.writeString(
                joining,
                Files.readString(joining)
                        .replace("down = \"" + FIRST + "\"", "down = {\"" + ADA + "\", \"" + BOB + "\"}"));
        head(BOB, "cccccccccccc");
        var check = cli.run("migrate", "check");
        assertThat(check.exitCode()).as(check.out()).isZero();
    }

    private void field(String name) throws IOException {
        var constructor = "protected Experiment() {}";
        var field = "@Column(length = 64)\n    private @Nullable String " + name + ";\n\n    ";
        example.edit("Experiment", constructor, field + constructor);
    }

    private void release(String version) {
        git.commit("Add a migration");
        var result = cli.run("migrate", "release", version);
        assertThat(result.exitCode()).as(result.err()).isZero();
        git.commit("Release");
    }

    private static String add(String column) {
        return "op.addColumn(\"lamin1_experiment\", \"" + column + "\", string(64));";
    }

    private static String addToWell(String column) {
        return "op.addColumn(\"lamin1_well\", \"" + column + "\", string(8));";
    }

    private void head(String old, String revision) throws IOException {
        example.edit("package-info", old, revision);
    }

    private Path script(String className, String id, String upgrade) throws IOException {
        var downgrade = upgrade.replaceFirst(", string\\(\\d+\\)", "").replace("addColumn", "dropColumn");
        return Files.writeString(example.scripts().resolve(className + ".java"), """
                package lnschema_lamin1.migrations.versions;

                import static lamin.schema.model.ColumnTypes.string;

                import lamin.schema.Migration;
                import lamin.schema.Revision;
                import lamin.schema.operation.Operations;

                @Revision(id = "%s", down = "%s" /* the first */)
                public final class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(
                        id, FIRST, className, upgrade, downgrade));
    }

    private List<String> sources() {
        return cli.files().entrySet().stream()
                .filter(file -> file.getKey().contains("src"))
                .map(Object::toString)
                .toList();
    }
}
