package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The author of a module edits entities, writes migrations and deploys them. */
class ModuleWorkTest {
    private static final String RENAME = "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");";

    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        example = Example.in(folder);
        cli = example.cli();
    }

    @Test
    void an_added_field_and_a_renamed_one_reach_both_databases_and_their_rows_stay() throws Exception {
        try (var postgres = TestPostgres.create()) {
            init("lite");
            init("server", "--db", postgres.url());
            saveExperiments("lite");
            saveExperiments("server");

            example.addFieldToExperiment();
            assertThat(cli.run("migrate", "create").exitCode()).isZero();
            deployBoth();

            example.renameFieldOfExperiment();
            assertThat(cli.run("migrate", "check").exitCode()).isEqualTo(3);
            var created = cli.runAnswering(List.of("y"), "migrate", "create");
            assertThat(created.exitCode()).as(created.err()).isZero();
            assertThat(cli.run("migrate", "check").exitCode()).isZero();
            deployBoth();

            assertThat(versions("lite")).isEqualTo(1_000);
            assertThat(versions("server")).isEqualTo(1_000);
            assertThat(LogicalForm.differences(logicalForm("lite"), logicalForm("server")))
                    .isEmpty();
        }
    }

    @Test
    void a_value_is_asked_for_only_where_no_rename_answers_that() throws IOException {
        for (var text : List.of("String name;", "return name;", "this.name = name;")) {
            example.edit("Experiment", text, text.replace("name;", "title;").replace("this.name", "this.title"));
        }
        example.edit("Experiment", "this.title = title;", "this.title = name;");
        example.edit("Experiment", "columnList = \"name\"", "columnList = \"title\"");

        var undecided = cli.run("migrate", "create");
        assertThat(undecided.exitCode()).isEqualTo(4);
        assertThat(undecided.err())
                .contains("rename lamin1_experiment.name=title", "what depends on the answers is asked then")
                .doesNotContain("--fill");
        var created = cli.runAnswering(List.of("y"), "migrate", "create");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(created.out()).contains("1 operation\n");
    }

    @Test
    void the_initial_value_of_a_field_is_suggested_for_existing_rows() throws IOException {
        example.edit(
                "Experiment",
                "    protected Experiment() {}",
                "    @Column(nullable = false)\n    private int wells = 96;\n\n    protected Experiment() {}");

        var undecided = cli.run("migrate", "create");
        assertThat(undecided.exitCode()).isEqualTo(4);
        assertThat(undecided.err())
                .contains(
                        "column lamin1_experiment.wells is NOT NULL",
                        "or declare a default in the entity: @ColumnDefault(\"96\")",
                        "--fill lamin1_experiment.wells=");
        var created = cli.runAnswering(List.of(""), "migrate", "create");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(newScript()).contains(".fill(\"96\")");
    }

    private String newScript() throws IOException {
        assertThat(example.scriptCount()).isEqualTo(5);
        return Files.readString(example.openScript());
    }

    @Test
    void of_two_creates_at_once_one_writes_the_change() throws Exception {
        example.addFieldToExperiment();
        Callable<Cli.Result> create = () -> cli.run("migrate", "create");
        cli.run("migrate", "check");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var codes = new ArrayList<Integer>();
            for (var result : threads.invokeAll(List.of(create, create))) {
                codes.add(result.get().exitCode());
            }
            assertThat(codes).contains(0);
            assertThat(codes).isSubsetOf(0, 5);
        }
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void a_rename_with_another_type_is_offered_everywhere() throws IOException {
        example.renameFieldOfExperiment();
        example.edit(
                "Experiment",
                "@Column(length = 16)\n    private @Nullable String version;",
                "@Column(length = 32)\n    private @Nullable String version;");

        var undecided = cli.run("migrate", "create");
        assertThat(undecided.exitCode()).isEqualTo(4);
        assertThat(undecided.err())
                .contains(
                        "drop lamin1_experiment.v, or rename lamin1_experiment.v=version (string(16) becomes string(32))",
                        "--rename lamin1_experiment.v=version",
                        "--drop lamin1_experiment.v");
        assertThat(cli.run("migrate", "check").outLines())
                .contains(
                        RENAME,
                        "op.alterColumn(\"lamin1_experiment\", \"version\").type(string(32));",
                        "// or, if it was not a rename:",
                        "// op.dropColumn(\"lamin1_experiment\", \"v\");");
        var created = cli.runAnswering(List.of("y"), "migrate", "create");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(created.out()).contains("2 operations\n");
        assertThat(cli.run("migrate", "check").exitCode()).isZero();
    }

    @Test
    void of_many_names_one_is_chosen_by_its_number() throws IOException {
        example.edit("Experiment", "    @Column(length = 16)\n    private @Nullable String v;", """
                    @Column(length = 10)
                    private @Nullable String version;

                    @Column(length = 11)
                    private @Nullable String series;

                    @Column(length = 12)
                    private @Nullable String state;""");
        example.edit("Experiment", "return v;", "return version;");
        example.edit("Experiment", "this.v = v;", "this.version = v;");

        assertThat(cli.runAnswering(List.of("4"), "migrate", "create").exitCode())
                .isEqualTo(4);
        var created = cli.runAnswering(List.of("1"), "migrate", "create");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(created.out()).contains("4 operations\n");
    }

    @Test
    void a_name_that_nobody_would_guess_is_an_option_beside_the_drop() throws IOException {
        example.edit("Experiment", "    @Column(length = 16)\n    private @Nullable String v;", """
                    private java.time.@Nullable LocalDate planned;

                    private transient String v;""");

        var undecided = cli.run("migrate", "create");
        assertThat(undecided.err())
                .contains("drop lamin1_experiment.v, or --rename lamin1_experiment.v=NEW if it was renamed");
        assertThat(cli.run("migrate", "check").out()).contains("drop lamin1_experiment.v, unless it was renamed");
        var stopped = cli.runAnswering(List.of("n"), "migrate", "create");
        assertThat(stopped.err()).contains("or --rename lamin1_experiment.v=NEW if it was renamed");
        var renamed = cli.run("migrate", "create", "--rename", "lamin1_experiment.v=planned");
        assertThat(renamed.exitCode()).as(renamed.err()).isZero();
    }

    private void init(String name, String... more) {
        var storage = cli.folder().resolve(name).toString();
        var arguments = new ArrayList<>(List.of("init", "--storage", storage, "--name", name, "--schema", "bionty"));
        arguments.addAll(List.of(more));
        var result = cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private void saveExperiments(String instance) {
        var result = cli.run("shell", "--instance", instance, "-c", """
                var experiments = new ArrayList<Experiment>();
                for (int i = 0; i < 1_000; i++) {
                    experiments.add(new Experiment("e" + i).v("1." + i));
                }
                instance.registry(Experiment.class).saveAll(experiments).size()
                """);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("1000\n");
    }

    private void deployBoth() {
        for (var instance : List.of("lite", "server")) {
            var result = cli.run("migrate", "deploy", "--instance", instance);
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).startsWith("deployed lamin1 ").hasLineCount(1);
        }
    }

    private long versions(String instance) {
        return cli.sql(
                instance,
                "select count(distinct version) from lamin1_experiment where version = '1.' || substr(name, 2)");
    }

    private SchemaModel logicalForm(String instance) {
        return LogicalForm.of(cli.database(instance).read(Introspector::read), DatabaseSystem.of("sqlite"));
    }

    @Nested
    class A_possible_rename {
        @BeforeEach
        void rename() throws IOException {
            example.renameFieldOfExperiment();
        }

        @Test
        void is_not_decided_without_a_terminal_and_nothing_is_written() throws IOException {
            var before = cli.files();
            var result = cli.run("migrate", "create");
            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err())
                    .contains(
                            "--rename lamin1_experiment.v=version",
                            "--drop lamin1_experiment.v",
                            "nothing was written");
            assertThat(result.out()).isEmpty();
            assertThat(sources()).isEqualTo(sources(before));
        }

        @Test
        void is_one_when_the_flag_says_so() throws IOException {
            var result = cli.run("migrate", "create", "--rename", "lamin1_experiment.v=version");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(newScript()).contains(RENAME);
            assertThat(cli.run("migrate", "check").exitCode()).isZero();
        }

        @Test
        void is_not_decided_by_a_flag_about_something_else() throws IOException {
            var result = cli.run(
                    "migrate", "create", "--rename", "lamin1_experiment.v=version", "--drop", "lamin1_experiment.w");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .contains("nothing fits --drop lamin1_experiment.w")
                    .hasLineCount(3);
            assertThat(example.scriptCount()).isEqualTo(4);
        }

        @Test
        void is_a_loss_when_the_person_says_so() throws IOException {
            var result = cli.runAnswering(List.of("n", "yes"), "migrate", "create");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(newScript()).contains("op.dropColumn(\"lamin1_experiment\", \"v\")");
        }

        @Test
        void is_left_alone_when_the_person_says_nothing() throws IOException {
            assertThat(cli.runAnswering(List.of(), "migrate", "create").exitCode())
                    .isEqualTo(4);
            assertThat(example.scriptCount()).isEqualTo(4);
        }

        @Test
        void is_the_last_thing_that_check_prints_as_java_to_paste() {
            assertThat(cli.run("migrate", "generate").exitCode()).isZero();
            var lines = cli.run("migrate", "check").outLines();
            assertThat(lines.getFirst()).matches("----- add to V.*_vx_x_x.java, upgrade -----");
            assertThat(lines).contains(RENAME, "----- and to its downgrade -----");
            assertThat(lines.getLast()).isEqualTo("-----");
            assertThat(example.directory().resolve("target/lamin/missing-operations.txt"))
                    .hasContent(String.join("\n", lines));
        }

        private List<String> sources() {
            return sources(cli.files());
        }

        private static List<String> sources(SortedMap<String, String> files) {
            return files.entrySet().stream()
                    .filter(file -> file.getKey().contains("src"))
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void a_missing_script_is_named_before_the_operations() throws IOException {
        example.addFieldToExperiment();
        var check = cli.run("migrate", "check");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.outLines().getFirst()).isEqualTo("// first: lamin migrate generate");
        assertThat(check.out())
                .contains("op.addColumn(\"lamin1_experiment\"", "op.dropColumn(\"lamin1_experiment\", \"protocol\")");
    }

    @Test
    void an_empty_value_fills_nothing() throws IOException {
        example.addFieldToExperiment();
        var result = cli.run("migrate", "create", "--fill", "lamin1_experiment.protocol=");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(example.scriptCount()).isEqualTo(4);
    }

    @Test
    void an_instance_that_is_behind_is_loaded_when_the_person_deploys() throws IOException {
        init("lite");
        example.addFieldToExperiment();
        assertThat(cli.run("migrate", "create").exitCode()).isZero();

        var refused = cli.run("load", "lite");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("lamin migrate deploy --instance anonymous/lite");
        assertThat(cli.run("migrate", "status").exitCode()).isEqualTo(3);

        var skipping = cli.with("LAMIN_SKIP_MIGRATION", "1").run("load", "lite");
        assertThat(skipping.exitCode()).as(skipping.err()).isZero();

        assertThat(cli.runAnswering(List.of("y"), "load", "lite").exitCode()).isZero();
        assertThat(cli.run("migrate", "status").exitCode()).isZero();
    }

    @Test
    void sources_that_do_not_compile_are_reported_with_their_lines() throws IOException {
        example.edit("Experiment", "return v;", "return vv;");
        var result = cli.run("migrate", "check");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("Experiment.java:", "cannot find symbol")
                .hasLineCount(1);
    }

    @Test
    void against_the_convention_nothing_is_made() throws IOException {
        example.edit("package-info", "a904efb4bd6c", "ffffffffffff");
        var storage = cli.folder().resolve("lite");
        var result = cli.run("init", "--storage", storage.toString(), "--schema", "bionty");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("module lamin1:", "a904efb4bd6c");
        assertThat(storage).doesNotExist();
    }
}
