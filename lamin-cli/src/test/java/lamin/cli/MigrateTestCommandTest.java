package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pending migrations are tried on a copy of an instance, which stays as it is. */
class MigrateTestCommandTest {
    private static final String FIRST = "a904efb4bd6c";
    private static final String SECOND = "aaaaaaaaaaa2";
    private static final String THIRD = "aaaaaaaaaaa3";

    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");
    private final List<TestDatabase> databases = new ArrayList<>();

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        example = Example.copyTo(root.resolve("lnschema-lamin1"));
        var temporary = Files.createDirectory(root.resolve("tmp"));
        cli = Cli.in(root).at(example.directory()).with("TMPDIR", temporary.toString());
    }

    @AfterEach
    void dropDatabases() {
        databases.forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource
    void a_hundred_thousand_rows_of_three_modules_are_migrated_on_a_copy(Kind kind) throws Exception {
        init(kind);
        addRows(100);
        write(SECOND, FIRST, """
                op.alterColumn("lamin1_experiment", "v").newName("version");
                op.addColumn("lamin1_experiment", "protocol", string(64)).notNull().fill("'none'");
                op.renameTable("lamin1_well", "lamin1_platewell");
                """);
        write(THIRD, SECOND, """
                op.alterColumn("lamin1_biosample", "name").type(text());
                op.alterColumn("lamin1_biosample", "organism_id").nullable(false);
                op.execute("UPDATE lamin1_platewell SET plate = 'new' WHERE id = 7");
                """);
        var before = original();

        var report = json("migrate", "test", "--on", "anonymous/lab", "--json");

        assertThat(original()).isEqualTo(before);
        assertThat(report.at("/migrations").findValuesAsText("revision")).containsExactly(SECOND, THIRD);
        assertThat(report.at("/rows_before").asLong())
                .isEqualTo(report.at("/rows_after").asLong())
                .isGreaterThan(100_000);
        assertThat(report.at("/dangling_before").asLong()).isZero();
        assertThat(report.at("/dangling_after").asLong()).isZero();
        assertThat(report.at("/changed_tables"))
                .extracting(table -> table.get("after").asText() + " "
                        + table.get("rows_after").asLong())
                .containsExactly("lamin1_biosample 30000", "lamin1_experiment 9900", "lamin1_platewell 60000");
        assertThat(columns(report, 0)).containsExactly("name name altered", "organism_id organism_id altered");
        assertThat(columns(report, 1)).containsExactly("v version", "null protocol");
        assertThat(report.at("/changed_tables/2/before").asText()).isEqualTo("lamin1_well");
        assertThat(columns(report, 2)).containsExactly("plate plate changed");
        System.out.println(kind + ": " + report.at("/copy") + ", " + report.at("/duration_ms") + " ms in all");
    }

    private JsonNode json(String... arguments) throws IOException {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return TestJson.read(result.out());
    }

    private static List<String> columns(JsonNode report, int table) {
        var lines = new ArrayList<String>();
        report.at("/changed_tables/" + table + "/columns")
                .forEach(column -> lines.add(column.get("before").asText() + " "
                        + column.get("after").asText()
                        + (column.get("altered").asBoolean() ? " altered" : "")
                        + (column.get("same_values").asBoolean() ? "" : " changed")));
        return lines;
    }

    @ParameterizedTest
    @EnumSource
    void people_read_what_changed_and_that_the_instance_did_not(Kind kind) throws Exception {
        init(kind);
        addRows(1);
        write(SECOND, FIRST, "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");
        var before = original();

        var result = cli.run("migrate", "test");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines().get(0)).matches("copied anonymous/lab: \\d+\\.\\d MiB by .* in \\d+\\.\\d s");
        assertThat(result.outLines().get(1)).matches("deployed lamin1 aaaaaaaaaaa2 \\(vX.X.X\\) in \\d+ ms");
        assertThat(result.outLines().get(2)).isEqualTo("  lamin1_experiment  99 rows  v -> version");
        assertThat(result.outLines().getLast()).startsWith("anonymous/lab was left as it is; ");
        assertThat(original()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void what_would_be_lost_is_counted_and_named(Kind kind) throws Exception {
        init(kind);
        addRows(1);
        write(SECOND, FIRST, """
                op.alterColumn("lamin1_experiment", "v").newName("version");
                op.dropColumn("lamin1_experiment", "version");
                """);
        var before = original();

        var result = cli.run("migrate", "test", "--on", "lab");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.outLines())
                .contains(
                        "  lamin1_experiment  99 rows  - v",
                        "lost: migration lamin1 aaaaaaaaaaa2 (vX.X.X) drops column lamin1_experiment.v, which holds 99"
                                + " values, for example 1.1, 1.2, 1.3",
                        "to drop it anyway: lamin migrate deploy --allow-drop lamin1_experiment.v"
                                + " --instance anonymous/lab");
        assertThat(original()).isEqualTo(before);
        assertThat(cli.run("migrate", "deploy", "--instance", "anonymous/lab", "--allow-drop", "lamin1_experiment.v")
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_migration_that_fails_is_reported_and_the_copy_is_gone(Kind kind) throws Exception {
        init(kind);
        addRows(1);
        write(SECOND, FIRST, "op.execute(\"INSERT INTO nowhere VALUES (1)\");");
        var before = original();

        var result = cli.run("migrate", "test", "--on", "lab");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("a deploy would fail; the instance was left as it is", "INSERT INTO nowhere VALUES (1)");
        assertThat(result.out()).isEmpty();
        assertThat(original()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_do_not_fit_a_migration_are_found(Kind kind) throws Exception {
        init(kind);
        addRows(1);
        write(SECOND, FIRST, "op.createUniqueConstraint(\"lamin1_biosample\", \"experiment_id\");");
        var before = original();

        var result = cli.run("migrate", "test", "--on", "lab");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains(
                        "300 rows of lamin1_biosample have the same (experiment_id)",
                        "fix or delete the duplicate rows");
        assertThat(original()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void with_nothing_pending_nothing_is_copied(Kind kind) throws Exception {
        init(kind);
        var before = original();

        var result = cli.run("migrate", "test");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("nothing to deploy on anonymous/lab\n");
        assertThat(original()).isEqualTo(before);
    }

    @Test
    void a_person_sees_how_far_the_copying_is() throws Exception {
        init(Kind.SQLITE);
        write(SECOND, FIRST, "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");

        var result = cli.runAnswering(List.of(), "migrate", "test");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("\rcopied 100 %\n");
    }

    @Test
    void rows_that_point_nowhere_are_counted_before_and_after() throws Exception {
        init(Kind.SQLITE);
        addRows(1);
        var file = cli.folder().resolve("lab/.lamindb/lamin.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Jdbc.execute(connection, "UPDATE lamin1_well SET biosample_id = 1000000 WHERE id IN (3, 4)");
        }
        write(SECOND, FIRST, "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");

        assertThat(cli.run("migrate", "test").outLines()).contains("dangling foreign keys: 2 before, 2 after");
    }

    @Test
    void ctrl_c_leaves_no_copy_of_a_sqlite_database() throws Exception {
        init(Kind.SQLITE);
        addRows(1);
        write(SECOND, FIRST, """
                op.alterColumn("lamin1_experiment", "v").type(string(50));
                op.execute("CREATE TABLE endless AS WITH RECURSIVE n(i) AS"
                        + " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS i FROM n");
                """);
        var before = original();
        var process = processOf("migrate", "test");

        waitForJournal(cli.folder().resolve("tmp"), process);
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();

        assertThat(process.onExit().join().exitValue()).isEqualTo(130);
        assertThat(process.inputReader().readLine()).isNull();
        assertThat(original()).isEqualTo(before);
    }

    /** The command in a process of its own; what it reports goes to a file outside of all that is looked at. */
    private Process processOf(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(cli.workingDirectory().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(cli.variables());
        builder.environment().put("HOME", cli.folder().resolve("home").toString());
        return builder.start();
    }

    /** The copy is in a folder of its own, and its journal stays as long as the transaction. */
    private static void waitForJournal(Path temporary, Process process) throws IOException, InterruptedException {
        try (var watch = temporary.getFileSystem().newWatchService()) {
            temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            var watched = new HashSet<Path>();
            while (process.isAlive() && journals(temporary, watched, watch) == 0) {
                var key = watch.poll(1, TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        }
    }

    private static long journals(Path temporary, Set<Path> watched, WatchService watch) throws IOException {
        long journals = 0;
        for (var folder : list(temporary)) {
            if (watched.add(folder)) {
                folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            }
            journals += list(folder).stream()
                    .filter(file -> file.toString().endsWith("-journal"))
                    .count();
        }
        return journals;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** A pg_dump that is older than the server cannot copy; then the user is told what can be done. */
    @Test
    void somebody_who_is_connected_to_postgresql_goes_on() throws Exception {
        init(Kind.POSTGRESQL);
        addRows(1);
        write(SECOND, FIRST, "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");
        var before = original();
        try (var other = databases.getFirst().connection()) {
            var result = cli.with("PATH", System.getenv("PATH")).run("migrate", "test", "--json");

            if (result.exitCode() == 0) {
                assertThat(TestJson.read(result.out()).at("/copy/way").asText()).isEqualTo("dump");
            } else {
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.err()).contains("close the other connections, or put pg_dump and psql on the PATH");
            }
            assertThat(Jdbc.query(other, "select count(v) from lamin1_experiment", row -> row.getLong(1)))
                    .containsExactly(99L);
        }
        assertThat(original()).isEqualTo(before);
    }

    @Test
    void without_the_right_to_create_databases_the_statement_is_printed() throws Exception {
        var database = TestPostgres.createWithPassword("pw");
        databases.add(database);
        cli = cli.with("PGPASSWORD", "pw");
        init("--db", database.url());
        write(SECOND, FIRST, "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");
        assertThat(cli.run("migrate", "status").exitCode()).isEqualTo(3);

        Failing.assertFails(cli, 1, "CREATEDB", "migrate", "test");
    }

    @Test
    void a_temporary_folder_that_is_not_there_is_named() throws Exception {
        init(Kind.SQLITE);
        write(SECOND, FIRST, "op.alterColumn(\"lamin1_experiment\", \"v\").newName(\"version\");");
        assertThat(cli.run("migrate", "status").exitCode()).isEqualTo(3);
        var nowhere = cli.folder().resolve("nowhere").toString();

        Failing.assertFails(cli.with("TMPDIR", nowhere), 1, "set TMPDIR to another folder", "migrate", "test");
    }

    @Test
    void an_unknown_instance_is_a_usage_error() {
        Failing.assertFails(cli, 2, "nobody", "migrate", "test", "--on", "nobody");
    }

    private void init(Kind kind) {
        switch (kind) {
            case SQLITE -> init();
            case POSTGRESQL -> {
                var database = TestPostgres.create();
                databases.add(database);
                init("--db", database.url());
            }
        }
    }

    private void init(String... more) {
        var storage = cli.folder().resolve("lab").toString();
        var arguments = new ArrayList<>(List.of("init", "--storage", storage, "--name", "lab", "--schema", "bionty"));
        arguments.addAll(List.of(more));
        var result = cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    /** A thousand times the factor, of which each points to others: those of bionty and core too. */
    private void addRows(int factor) {
        insert("bionty_organism", "uid, name", "'o' || i, 'organism ' || i", factor);
        insert("lamin1_experiment", "uid, name, v", "'e' || i, 'experiment ' || i, '1.' || i", 99 * factor);
        insert(
                "lamin1_biosample",
                "uid, name, experiment_id, organism_id",
                "'b' || i, 'sample ' || i, 1 + i % " + 99 * factor + ", 1 + i % " + factor,
                300 * factor);
        insert(
                "lamin1_well",
                "uid, plate, plate_row, plate_column, biosample_id",
                "'w' || i, 'plate ' || i, 'A', 1, 1 + i % " + 300 * factor,
                600 * factor);
    }

    private void insert(String table, String columns, String values, int rows) {
        cli.sql("lab", """
                INSERT INTO %s (created_by_id, %s)
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                SELECT 1, %s FROM n""".formatted(table, columns, rows, values));
    }

    /** A script of the module, which is its head from now on. */
    private void write(String revision, String down, String upgrade) throws IOException {
        var name = "V2026_12_01_" + revision + "_vx_x_x";
        Files.writeString(example.scripts().resolve(name + ".java"), """
                package lnschema_lamin1.migrations.versions;

                import static lamin.schema.model.ColumnTypes.*;

                @lamin.schema.Revision(id = "%s", down = "%s", release = "vX.X.X")
                public final class %s implements lamin.schema.Migration {
                    @Override
                    public void upgrade(lamin.schema.operation.Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(lamin.schema.operation.Operations op) {}
                }
                """.formatted(revision, down, name, upgrade));
        example.edit("package-info", down, revision);
    }

    /** Everything that a rehearsal must leave as it is, once the module was compiled. */
    private List<String> original() {
        cli.run("migrate", "status");
        var all = new ArrayList<String>();
        cli.files().forEach((file, content) -> all.add(file + " " + content));
        for (var database : databases) {
            all.addAll(rows(database));
        }
        return all;
    }

    /** What a PostgreSQL server has: databases for rehearsals, and the rows of the modules and of the ledger. */
    private static List<String> rows(TestDatabase database) {
        var all = new ArrayList<String>();
        try (var connection = database.connection()) {
            all.addAll(Jdbc.query(
                    connection,
                    "SELECT datname FROM pg_database WHERE datname LIKE 'lamin\\_test\\_%'",
                    row -> row.getString(1)));
            var tables = Jdbc.query(
                    connection,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
                    row -> row.getString(1));
            for (var table : tables) {
                all.addAll(Jdbc.query(
                        connection,
                        "SELECT '" + table + "', md5(string_agg(t::text || ctid || xmin, ',' ORDER BY ctid)) FROM "
                                + table + " t",
                        row -> row.getString(1) + " " + row.getString(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }
}
