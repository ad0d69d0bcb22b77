package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.Instance;
import lamin.cli.command.Caller;
import lamin.cli.command.Session;
import lamin.cli.command.Wording;
import lamin.load.InstanceAheadException;
import lamin.load.InstanceBehindException;
import lamin.load.LoadException;
import lamin.load.ModuleMissingException;
import lamin.load.ModuleNotMountedException;
import lamin.load.UnknownRevisionException;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.Remedy.Steps;
import lamin.schema.internal.module.Script;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import lnschema_core.ULabel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which an instance and the code of its modules do not go together, by the command and in Java. */
class LoadTest {
    /** A part of a message that is a command; what stands for a place is filled in by the person who reads it. */
    private static final Pattern REMEDY = Pattern.compile("lamin ((?:module add|migrate deploy).*)");

    private Cli cli = Cli.in(Path.of(""));
    private AssayReleases assay = AssayReleases.in(Path.of(""));
    private @Nullable TestPostgres postgres;

    @BeforeEach
    void home(@TempDir Path folder) throws IOException {
        assay = AssayReleases.in(folder.toRealPath());
        cli = assay.user().with("MAVEN_OPTS", "-Dmaven.repo.local=\"" + assay.repository() + "\"");
    }

    @AfterEach
    void dropDatabase() {
        if (postgres != null) {
            postgres.close();
        }
    }

    /** One row of the table: how it comes about, and what is told of it. */
    record Row(
            String name,
            Arrangement arrangement,
            Class<? extends LoadException> type,
            int exitCode,
            List<String> words,
            Facts facts) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Leaves instance {@code lab} in that situation; returns what is to be read for WHERE. */
    private interface Arrangement {
        String arrange(LoadTest test) throws IOException;
    }

    private interface Facts {
        void check(LoadException failure);
    }

    private static final List<Row> ROWS = List.of(
            new Row(
                    "behind",
                    test -> {
                        test.init(test.assay.first().toString());
                        test.use(test.assay.second().toString());
                        return "";
                    },
                    InstanceBehindException.class,
                    3,
                    List.of(
                            "anonymous/lab is behind the code; pending: assay bbbbbbbbbbbb (vX.X.X)",
                            "lamin migrate deploy --instance anonymous/lab",
                            "with LAMIN_SKIP_MIGRATION=1 also what these migrations do not change"),
                    failure -> assertThat(((InstanceBehindException) failure).pending())
                            .extracting(Script::revision)
                            .containsExactly(AssayReleases.SECOND)),
            new Row(
                    "ahead",
                    test -> {
                        test.init(test.assay.release(test.assay.second(), "0.2.0"));
                        test.use(test.assay.first().toString());
                        return "";
                    },
                    InstanceAheadException.class,
                    6,
                    List.of(
                            "it has module assay 0.2.0 at revision bbbbbbbbbbbb, the code here is version 0.1.0",
                            "lamin module add com.example:lnschema-assay:0.2.0 --replace",
                            "until then lamin info and lamin schema work"),
                    failure -> assertThat(((InstanceAheadException) failure).ahead())
                            .singleElement()
                            .satisfies(ahead -> {
                                assertThat(ahead.mounted().version()).isEqualTo("0.2.0");
                                assertThat(ahead.mounted().coordinates()).isEqualTo("com.example:lnschema-assay");
                                assertThat(ahead.unknown()).containsExactly(AssayReleases.SECOND);
                            })),
            new Row(
                    "module missing",
                    test -> {
                        test.init(test.assay.release(test.assay.first(), "0.1.0"));
                        test.forgetModules();
                        return "";
                    },
                    ModuleMissingException.class,
                    6,
                    List.of(
                            "the database has module assay 0.1.0, whose code is not installed",
                            "lamin module add com.example:lnschema-assay:0.1.0",
                            "with LAMIN_SKIP_MIGRATION=1 also the other modules"),
                    failure -> assertThat(((ModuleMissingException) failure).missing())
                            .singleElement()
                            .satisfies(missing -> {
                                assertThat(missing.module()).isEqualTo("assay");
                                assertThat(missing.current()).containsExactly(AssayReleases.FIRST);
                            })),
            new Row(
                    "revision unknown",
                    test -> {
                        var branch = test.assay.ofABranch().toString();
                        test.init(branch);
                        test.use(test.assay.second().toString());
                        return branch;
                    },
                    UnknownRevisionException.class,
                    6,
                    List.of(
                            "module assay at revision cccccccccccc, which the chain of version 0.2.0 does not have",
                            "lamin module add WHERE --replace",
                            "until then lamin info and lamin schema work"),
                    failure -> assertThat(((UnknownRevisionException) failure).unknown())
                            .singleElement()
                            .satisfies(
                                    unknown -> assertThat(unknown.unknown()).isEqualTo(Set.of(AssayReleases.OTHER)))));

    static Stream<Arguments> rows() {
        return ROWS.stream().flatMap(row -> Stream.of(Kind.values()).map(kind -> Arguments.of(row, kind)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_command_reports_it_and_the_command_in_the_message_fixes_it(Row row, Kind kind) throws IOException {
        createDatabase(kind);
        var where = row.arrangement().arrange(this);

        for (var command : List.of(List.of("load", "lab"), List.of("shell", "-c", "1"))) {
            var result = cli.run(command.toArray(String[]::new));
            assertThat(result.exitCode()).as(result.err()).isEqualTo(row.exitCode());
            assertThat(result.err()).contains(row.words());
            assertThat(result.err().lines().count()).isBetween(1L, 4L);
        }
        assertThat(cli.run("migrate", "status").exitCode()).isEqualTo(row.exitCode());

        worksUntilThen();
        run(remedy(cli.run("load", "lab").err(), where));
        run("load", "lab");
        run("migrate", "status");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_same_is_an_exception_in_java(Row row, Kind kind) throws IOException {
        createDatabase(kind);
        row.arrangement().arrange(this);

        var failure = catchThrowableOfType(row.type(), () -> open(cli.session()).close());

        assertThat(failure.code().exitCode()).isEqualTo(row.exitCode());
        assertThat(cli.run("load", "lab").err()).contains(String.valueOf(failure.getMessage()));
        row.facts().check(failure);
        assertThatCode(() -> {
                    try (var instance = open(skipping().session())) {
                        instance.registry(ULabel.class).save(new ULabel("works"));
                    }
                })
                .doesNotThrowAnyException();
    }

    /** Surplus is no failure: the instance opens, and only who asks for the module's records is told. */
    @ParameterizedTest
    @MethodSource("kinds")
    void a_module_that_is_not_mounted_is_a_hint_until_its_records_are_asked_for(Kind kind) throws Exception {
        createDatabase(kind);
        init();
        use(assay.first().toString());

        var load = cli.run("load", "lab", "-v");
        assertThat(load.exitCode()).isZero();
        assertThat(load.err())
                .contains("hint: module assay 0.1.0 is installed and not mounted;"
                        + " mount it: lamin module add assay --mount --instance anonymous/lab");
        var session = cli.session();
        try (var instance = open(session)) {
            var failure =
                    catchThrowableOfType(ModuleNotMountedException.class, () -> instance.registry(notebook(session)));
            assertThat(failure).hasMessageContaining("Notebook is an entity of module assay");
            assertThat(failure.module().name()).isEqualTo("assay");
            run(remedy(
                    new Wording(null, Caller.COMMAND_LINE)
                            .line(failure.remedies().getFirst()),
                    ""));
        }
        var after = cli.session();
        try (var instance = open(after)) {
            assertThat(instance.registry(notebook(after)).count()).isZero();
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(Kind.values());
    }

    @Test
    void several_are_reported_together_and_the_gravest_is_the_type() throws IOException {
        init("--schema", "bionty,assay", assay.first().toString());
        forgetModules();
        cli.sql("lab", "update migration_bionty set version_num = 'ffffffffffff'");

        var failure = catchThrowableOfType(
                UnknownRevisionException.class, () -> open(cli.session()).close());

        assertThat(failure.problems()).extracting("module").containsExactly("assay", "bionty");
        assertThat(failure.facts().of(lamin.schema.Facts.Kind.MODULE)).containsExactly("assay", "bionty");
        assertThat(failure.remedies().getFirst())
                .isInstanceOfSatisfying(
                        OfInstance.class,
                        remedy -> assertThat(remedy.remedy())
                                .isInstanceOfSatisfying(
                                        Steps.class,
                                        steps -> assertThat(steps.steps()).hasSize(2)));
        assertThat(failure)
                .hasMessageContaining("the database has module assay 0.1.0, whose code is not installed")
                .hasMessageContaining("the database has module bionty at revision ffffffffffff");
        Failing.assertFails(cli, 6, "module assay 0.1.0", "load", "lab");
    }

    @Test
    void info_and_status_tell_where_each_module_stands() throws IOException {
        init(assay.first().toString());
        use(assay.second().toString());
        assertThat(cli.run("info").out()).contains("module    assay 0.1.0 at aaaaaaaaaaaa, behind the code");
        forgetModules();
        assertThat(cli.run("info").out()).contains("at aaaaaaaaaaaa, whose code is not installed");
        assertThat(cli.run("migrate", "status").out()).contains("assay: the database has module assay 0.1.0");
        var status = TestJson.read(cli.run("migrate", "status", "--json").out());
        assertThat(status.at("/modules").findValuesAsText("state")).containsExactly("missing", "in sync");
        assertThat(status.at("/modules/0/remedies/0/kind").asText()).isEqualTo("install-module");
        assertThat(status.at("/modules/0/remedies/0/command").asText()).isEqualTo("lamin module add WHERE");
        assertThat(status.at("/in_sync").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_migration_that_was_edited_after_it_had_been_applied_is_reported(Kind kind) throws IOException {
        createDatabase(kind);
        init(assay.second().toString());
        use(assay.edited().toString());
        var edited = "migration assay aaaaaaaaaaaa (vX.X.X) was changed after it had been applied to this database";

        var status = cli.run("migrate", "status");
        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.outLines())
                .contains("assay 0.2.0: at bbbbbbbbbbbb", "  " + edited)
                .doesNotContain("assay 0.2.0: in sync at bbbbbbbbbbbb");
        var json = TestJson.read(cli.run("migrate", "status", "--json").out());
        assertThat(json.at("/in_sync").asBoolean()).isFalse();
        assertThat(json.at("/modules/0/edited/0").asText()).isEqualTo("aaaaaaaaaaaa");
        assertThat(run("load", "lab").err()).contains("warning: " + edited);
        Failing.assertFails(cli, 4, edited, "migrate", "deploy");
        Failing.assertFails(cli, 4, edited, "migrate", "downgrade", "assay@base", "--yes");

        use(assay.second().toString());
        assertThat(run("migrate", "status").outLines()).contains("assay 0.2.0: in sync at bbbbbbbbbbbb");
        assertThat(run("load", "lab").err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void with_nothing_to_do_no_code_of_a_module_runs(Kind kind) throws IOException {
        createDatabase(kind);
        var trace = cli.folder().resolve("ran");
        init(assay.leaving(trace).toString());
        Files.delete(trace);

        run("load", "lab");
        run("migrate", "status");
        run("migrate", "deploy");
        assertThat(cli.runAnswering(List.of(), "migrate", "deploy").exitCode()).isZero();

        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void looking_at_an_instance_notes_nothing(Kind kind) throws IOException {
        createDatabase(kind);
        init(assay.first().toString());
        cli.sql("lab", "delete from lamin_verified");

        run("load", "lab");
        run("migrate", "status");
        run("migrate", "plan");
        assertThat(cli.sql("lab", "select count(*) from lamin_verified")).isZero();

        run("migrate", "deploy");
        assertThat(cli.sql("lab", "select count(*) from lamin_verified")).isEqualTo(1);
    }

    @Test
    void a_person_at_a_terminal_is_asked_whether_to_deploy() throws IOException {
        init(assay.first().toString());
        use(assay.second().toString());

        var refused = cli.runAnswering(List.of("n"), "load", "lab");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("pending: assay bbbbbbbbbbbb", "is behind the code");
        assertThat(cli.runAnswering(List.of("y"), "load", "lab").exitCode()).isZero();
    }

    private void createDatabase(Kind kind) {
        postgres = kind == Kind.POSTGRESQL ? TestPostgres.create() : null;
    }

    /** An instance that mounts the module from there. */
    private void init(String where) {
        init("--schema", "assay", where);
    }

    private void init(String option, String modules, String where) {
        use(where);
        init(option, modules);
    }

    private void init(String... options) {
        var database = postgres == null ? Stream.<String>of() : Stream.of("--db", postgres.url());
        run(Stream.of(Stream.of("init", "--storage", "lab", "--name", "lab"), Stream.of(options), database)
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private void use(String where) {
        run("module", "add", where, "--replace");
    }

    /** As a colleague who never added a module. */
    private void forgetModules() throws IOException {
        Files.delete(cli.folder().resolve("home/.lamin/lamin4j/modules.json"));
    }

    private void worksUntilThen() {
        run("info");
        assertThat(run("schema", "view", "--tables").out()).contains("lamindb_ulabel", "assay_notebook");
        run("schema", "graph", "-o", "schema.svg");
        var result = skipping().run("shell", "-c", "instance.registry(ULabel.class).count()");
        assertThat(result.out()).as(result.err()).isEqualTo("0\n");
        assertThat(result.err()).contains("not compared with the code, as LAMIN_SKIP_MIGRATION is set");
        assertThat(skipping().run("load", "lab").exitCode()).isZero();
    }

    private Cli skipping() {
        return cli.with("LAMIN_SKIP_MIGRATION", "1");
    }

    private static String[] remedy(String message, String where) {
        var matcher = REMEDY.matcher(message);
        assertThat(matcher.find()).as(message).isTrue();
        return matcher.group(1).replace("WHERE", where).split(" ", -1);
    }

    private Cli.Result run(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode())
                .as(String.join(" ", arguments) + "\n" + result.err())
                .isZero();
        return result;
    }

    private static Instance open(Session session) {
        return session.lamin().open("lab");
    }

    private static Class<?> notebook(Session session) throws ClassNotFoundException {
        return Class.forName("lnschema_assay.Notebook", true, session.catalog().loader());
    }
}
