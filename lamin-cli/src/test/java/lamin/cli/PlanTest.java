package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deploy would do, what lint says of it, and the same as a script. */
class PlanTest {
    private static final String ID = "aaaaaaaaaaaa";

    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");

    @BeforeEach
    void makeInstance(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        example = Example.copyTo(root.resolve("lnschema-lamin1"));
        cli = Cli.in(root).at(example.directory());
        var init =
                cli.run("init", "--storage", root.resolve("lite").toString(), "--name", "lite", "--schema", "bionty");
        assertThat(init.exitCode()).as(init.err()).isZero();
    }

    /** A script of the module that no release has yet. */
    private void write(String annotation, String upgrade) throws IOException {
        var name = "V2026_12_01_" + ID + "_vx_x_x";
        Files.writeString(example.scripts().resolve(name + ".java"), """
                package lnschema_lamin1.migrations.versions;

                @lamin.schema.Revision(id = "%s", down = "a904efb4bd6c")
                %s
                public final class %s implements lamin.schema.Migration {
                    @Override public void upgrade(lamin.schema.operation.Operations op) { %s }
                    @Override public void downgrade(lamin.schema.operation.Operations op) { op.execute("SELECT 1"); }
                }
                """.formatted(ID, annotation, name, upgrade));
        example.edit("package-info", "a904efb4bd6c", ID);
    }

    private Cli.Result run(int exitCode, String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
        return result;
    }

    private void saveExperiment() {
        cli.sql(
                "lite",
                "insert into lamin1_experiment (uid, name, created_by_id, v)"
                        + " select 'e' || (select count(*) from lamin1_experiment), 'e', min(id), 'first' from lamindb_user");
    }

    @Test
    void nothing_is_planned_where_nothing_is_pending() {
        assertThat(run(0, "migrate", "plan").out()).isEqualTo("nothing to deploy\n");
    }

    @Test
    void a_plan_tells_sql_rows_and_what_would_go_and_changes_nothing() throws IOException {
        write("", "op.dropColumn(\"lamin1_experiment\", \"v\");");
        saveExperiment();

        assertThat(run(0, "migrate", "plan").out())
                .contains(
                        "lamin1 " + ID + " (vX.X.X), reversible",
                        "dropColumn lamin1_experiment.v  [1 row]",
                        "ALTER TABLE \"lamin1_experiment\" DROP COLUMN \"v\";",
                        "would lose: lamin1_experiment.v, 1 value, for example first",
                        "warning L102 V2026_12_01_" + ID + "_vx_x_x: dropColumn lamin1_experiment.v:",
                        "safer: release a version that no longer uses it first");
        assertThat(cli.sql("lite", "select count(v) from lamin1_experiment")).isOne();
    }

    @Test
    void a_rule_is_explained_once_and_those_about_locks_only_where_there_are_any() throws IOException {
        write(
                "",
                "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"w\");"
                        + " op.alterColumn(\"lamin1_experiment\", \"name\").newName(\"title\");"
                        + " op.createIndex(\"lamin1_experiment\", \"w\");");

        assertThat(run(0, "migrate", "plan").out())
                .contains(
                        "renameColumn lamin1_experiment.v w: programs",
                        "renameColumn lamin1_experiment.name title: programs")
                .containsOnlyOnce("safer: stop them while this is deployed")
                .containsOnlyOnce("if it is meant")
                .doesNotContain("L206");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "deploy", "sql"})
    void sql_for_existing_rows_that_is_still_to_be_written_is_refused(String command) throws IOException {
        write(
                "",
                "op.addColumn(\"lamin1_experiment\", \"w\", lamin.schema.model.ColumnTypes.int32()).notNull()"
                        + ".fill(\"TODO: SQL for existing rows\");");

        assertThat(run(4, "migrate", command).err())
                .contains("the SQL for the existing rows of lamin1_experiment.w is not written yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "deploy", "sql"})
    void a_column_that_the_table_does_not_have_is_refused_in_sql_for_existing_rows(String command) throws IOException {
        write(
                "",
                "op.addColumn(\"lamin1_experiment\", \"w\", lamin.schema.model.ColumnTypes.string(20)).notNull()"
                        + ".fill(\"hello\");");

        assertThat(run(4, "migrate", command).err())
                .contains(
                        "lamin1_experiment.w, hello, mentions column hello, which lamin1_experiment does not have",
                        "text needs single quotes: \"'hello'\"")
                .doesNotContain("somebody changed tables");
    }

    @Test
    void a_plan_as_json_has_the_same_facts() throws IOException {
        write("", "op.dropColumn(\"lamin1_experiment\", \"v\");");
        saveExperiment();

        var migration = TestJson.read(
                        run(0, "migrate", "plan", "--json", "--to", ID).out())
                .at("/migrations/0");
        assertThat(migration.at("/revision").asText()).isEqualTo(ID);
        assertThat(migration.at("/reversible").asBoolean()).isTrue();
        assertThat(migration.at("/operations/0/rows").asInt()).isOne();
        assertThat(migration.at("/losses/0/samples/0").asText()).isEqualTo("first");
        assertThat(migration.at("/findings/0/rule").asText()).isEqualTo("L102");
    }

    @Test
    void a_plan_tells_which_rows_do_not_fit_and_a_deploy_refuses_with_the_same_words() throws IOException {
        write("", "op.createUniqueConstraint(\"lamin1_experiment\", \"v\");");
        saveExperiment();
        saveExperiment();
        var problem = "2 rows of lamin1_experiment have the same (v) as another, which migration lamin1 " + ID
                + " (vX.X.X) makes unique, for example first";

        assertThat(run(4, "migrate", "plan").out())
                .contains("does not fit: " + problem, "fix or delete the duplicate rows");
        var unfit = TestJson.read(run(4, "migrate", "plan", "--json").out()).at("/migrations/0/unfit/0");
        assertThat(unfit.at("/demand").asText()).isEqualTo("unique");
        assertThat(unfit.at("/rows").asInt()).isEqualTo(2);
        assertThat(unfit.at("/samples/0").asText()).isEqualTo("first");
        assertThat(run(4, "migrate", "deploy").err())
                .isEqualTo("error refused: " + problem + "\nnothing was changed\nfix or delete the duplicate rows\n");
    }

    @Test
    void a_plan_shows_a_rename_with_examples_and_a_deploy_prints_no_values() throws IOException {
        write("", "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");
        saveExperiment();
        var renaming = "lamin1_experiment.v becomes version with its 1 value, for example first";

        assertThat(run(0, "migrate", "plan").out()).contains("stays: " + renaming);
        assertThat(run(0, "migrate", "deploy").err()).doesNotContain("first");
    }

    @Test
    void a_suggested_command_names_the_instance_that_was_named() throws IOException {
        write("", "op.dropColumn(\"lamin1_experiment\", \"v\");");
        saveExperiment();

        assertThat(run(4, "migrate", "deploy", "--instance", "lite").err())
                .isEqualTo("error refused: migration lamin1 " + ID + " (vX.X.X) drops column lamin1_experiment.v, which"
                        + " holds 1 value, for example first\nnothing was changed\nto drop it anyway:"
                        + " lamin migrate deploy --allow-drop lamin1_experiment.v --instance lite\n");
        assertThat(run(4, "migrate", "deploy").err())
                .endsWith("lamin migrate deploy --allow-drop lamin1_experiment.v\n");
    }

    @Test
    void programs_read_what_a_refusal_is_about_and_what_can_be_done() throws IOException {
        write("", "op.dropColumn(\"lamin1_experiment\", \"v\");");
        saveExperiment();

        var error = TestJson.read(run(4, "migrate", "deploy", "--instance", "lite", "--json")
                        .err())
                .at("/error");

        assertThat(error.at("/message").asText()).endsWith("for example first\nnothing was changed");
        assertThat(error.at("/facts/revisions/0").asText()).isEqualTo(ID);
        assertThat(error.at("/facts/columns/0").asText()).isEqualTo("lamin1_experiment.v");
        assertThat(error.at("/remedies")).hasSize(1);
        assertThat(error.at("/remedies/0/kind").asText()).isEqualTo("allow-drop");
        assertThat(error.at("/remedies/0/names/0").asText()).isEqualTo("lamin1_experiment.v");
        assertThat(error.at("/remedies/0/command").asText())
                .isEqualTo("lamin migrate deploy --allow-drop lamin1_experiment.v --instance lite");
    }

    @Test
    void a_refusal_as_json_is_one_line_on_stderr() throws IOException {
        write("", "op.dropColumn(\"lamin1_experiment\", \"v\");");
        saveExperiment();

        var refused = run(4, "migrate", "deploy", "--json");
        assertThat(refused.out()).isEmpty();
        var error = TestJson.read(refused.err().lines().toList().getLast()).at("/error");
        assertThat(error.at("/code").asText()).isEqualTo("refused");
        assertThat(error.at("/exit").asInt()).isEqualTo(4);
        assertThat(error.at("/message").asText()).contains("drops column lamin1_experiment.v");
        assertThat(error.at("/remedies/0/command").asText()).contains("--allow-drop lamin1_experiment.v");
    }

    @Test
    void data_that_would_go_unasked_is_refused_until_it_is_allowed_with_a_reason() throws IOException {
        write("", "op.execute(\"DELETE FROM lamin1_experiment\");");
        assertThat(run(4, "migrate", "plan").out()).contains("error L105");
        assertThat(run(4, "migrate", "check").out()).contains("L105", "@Allow(rule = \"L105\", reason = \"why\")");

        allow("");
        assertThat(run(4, "migrate", "check").out()).contains("@Allow(rule = \"L105\") has no reason");

        allow("nobody kept any");
        assertThat(run(0, "migrate", "plan").out()).doesNotContain("L105");
        assertThat(run(0, "migrate", "check").out()).isEqualTo("in sync\n");
    }

    private void allow(String reason) throws IOException {
        example.edit("package-info", ID, "a904efb4bd6c");
        write(
                "@lamin.schema.Allow(rule = \"L105\", reason = \"" + reason + "\")",
                "op.execute(\"DELETE FROM lamin1_experiment\");");
    }

    @Test
    void what_may_block_is_a_warning_beside_the_result() throws IOException {
        write(
                "",
                "op.execute(\"SELECT 1\"); op.dropIndex(\"lamin1_experiment\", \"lamin1_experiment_created_by_id_idx\");"
                        + " op.createIndex(\"lamin1_experiment\", \"created_by_id\");");

        var check = run(0, "migrate", "check");
        assertThat(check.out()).isEqualTo("in sync\n");
        assertThat(check.err()).contains("warning: L206", "op.createIndex(...).concurrently()");
    }

    @Test
    void status_tells_of_a_migration_that_was_put_before_one_that_ran() throws IOException {
        write("", "op.addColumn(\"lamin1_experiment\", \"mine\", lamin.schema.model.ColumnTypes.text());");
        run(0, "migrate", "deploy");
        var theirs = "bbbbbbbbbbbb";
        var mine = example.scripts().resolve("V2026_12_01_" + ID + "_vx_x_x.java");
        var script = Files.readString(mine);
        Files.writeString(
                example.scripts().resolve("V2026_12_01_" + theirs + "_vx_x_x.java"),
                script.replace(ID, theirs).replace("\"mine\"", "\"theirs\""));
        Files.writeString(mine, script.replace("a904efb4bd6c", theirs));

        assertThat(run(3, "migrate", "status").out())
                .contains(
                        "lamin1 0.4.0: at " + ID + "\n  migration lamin1 " + theirs
                                + " (vX.X.X) was put before one that this database already has, and never ran here\n",
                        "  first: lamin migrate downgrade a904efb4bd6c, then: lamin migrate deploy\n");
        var json = TestJson.read(run(3, "migrate", "status", "--json").out());
        assertThat(json.at("/in_sync").asBoolean()).isFalse();
        assertThat(json.findValue("skipped").get(0).asText()).isEqualTo(theirs);
    }

    @Test
    void a_script_needs_no_database() {
        var fresh = Cli.in(cli.folder().resolve("elsewhere"));
        for (var dialect : List.of("sqlite", "postgresql")) {
            var sql = fresh.run("migrate", "sql", "--dialect", dialect, "--module", "bionty");
            assertThat(sql.exitCode()).as(sql.err()).isZero();
            assertThat(sql.out())
                    .contains("CREATE TABLE \"bionty_gene\"", "INSERT INTO \"migration_bionty\"", "COMMIT;");
        }
    }

    @Test
    void a_script_goes_on_from_where_a_database_is() throws IOException {
        write("", "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");

        var sql = run(0, "migrate", "sql", "--dialect", "postgresql", "--from", "a904")
                .out();
        assertThat(sql)
                .startsWith("-- 3 migrations; run: psql")
                .contains("ALTER TABLE \"lamin1_experiment\" RENAME COLUMN \"v\" TO \"version\";")
                .doesNotContain("CREATE TABLE \"lamin1_experiment\"");
        assertThat(TestJson.read(run(0, "migrate", "sql", "--json", "--from", "base")
                                .out())
                        .at("/modules")
                        .toString())
                .contains("core", "bionty", "lamin1");
        assertThat(run(2, "migrate", "sql", "--from", "ffff").err()).contains("no migration");
    }
}
