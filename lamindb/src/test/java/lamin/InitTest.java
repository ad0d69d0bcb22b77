package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import lamin.entities.ModuleEntities;
import lamin.load.LoadState;
import lamin.module.SchemaDeployment;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.model.TableName;
import lamin.testing.databases.TestPostgres;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    private static final InitOptions OPTIONS =
            InitOptions.storage("test-schema").modules("bionty");

    private Home home = Home.in(Path.of(""));

    @BeforeEach
    void makeHome(@TempDir Path folder) throws IOException {
        home = Home.in(Files.createDirectory(folder.toRealPath().resolve("u")));
    }

    @Test
    void init_makes_the_files_of_an_instance() throws Exception {
        var result = home.lamin().init(OPTIONS);

        assertThat(result.alreadyInitialised()).isFalse();
        assertThat(result.instance()).hasToString("anonymous/test-schema");
        assertThat(home.files().keySet())
                .containsExactly(
                        "",
                        "home",
                        "home/.lamin",
                        "home/.lamin/current_instance.env",
                        "home/.lamin/instance--anonymous--test-schema.env",
                        "test-schema",
                        "test-schema/.lamindb",
                        "test-schema/.lamindb/lamin.db",
                        "test-schema/.lamindb/storage_uid.txt");
        assertThat(home.settings().resolve("instance--anonymous--test-schema.env"))
                .hasContent("""
                        lamindb_instance_owner=anonymous
                        lamindb_instance_name=test-schema
                        lamindb_instance_storage_root=%s
                        lamindb_instance_storage_region=null
                        lamindb_instance_db=null
                        lamindb_instance_schema_str=bionty
                        lamindb_instance_id=d886313b1c165961b47d8a9ffe661c29
                        lamindb_instance_git_repo=null
                        lamindb_instance_keep_artifacts_local=False
                        lamindb_instance_api_url=null
                        """.formatted(home.folder().resolve("test-schema")));
        assertThat(home.settings().resolve("current_instance.env"))
                .hasSameTextualContentAs(home.settings().resolve("instance--anonymous--test-schema.env"));
        for (var file : List.of("current_instance.env", "instance--anonymous--test-schema.env")) {
            var permissions = Files.getPosixFilePermissions(home.settings().resolve(file));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void init_writes_the_rows_that_python_needs() throws Exception {
        home.lamin().init(OPTIONS);

        try (var connection = open("test-schema")) {
            assertThat(rows(connection, "select id, uid, handle, name from lamindb_user"))
                    .containsExactly("1|00000000|anonymous|null");
            assertThat(rows(connection, "select id, name, uid, created_by_id from lamindb_space"))
                    .containsExactly("1|all|aaaaaaaaaaaa|null");
            assertThat(rows(
                            connection,
                            "select id, name, uid, description, space_id, created_by_id, _status_code, _aux"
                                    + " from lamindb_branch order by id"))
                    .containsExactly(
                            "-1|trash|tttttttttttt|The trash.|1|1|0|null",
                            "0|archive|aaaaaaaaaaaa|The archive.|1|1|0|null",
                            "1|main|mmmmmmmmmmmm|The main & default branch of the instance.|1|1|0|null");
            assertThat(rows(
                            connection,
                            "select id, root, type, instance_uid, is_locked, branch_id, created_on_id, space_id,"
                                    + " created_by_id from lamindb_storage"))
                    .containsExactly("1|" + home.folder().resolve("test-schema") + "|local|4H4wKL6yAuhf|0|1|1|1|1");
            var uid = rows(connection, "select uid from lamindb_storage").getFirst();
            assertThat(home.folder().resolve("test-schema/.lamindb/storage_uid.txt"))
                    .hasContent(uid + "\ncreation info:\ninstance_slug=anonymous/test-schema\n"
                            + "instance_id=d886313b1c165961b47d8a9ffe661c29\ninstance_uid=4H4wKL6yAuhf");
            assertThat(rows(connection, "select created_at from lamindb_user").getFirst())
                    .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?");
        }
    }

    @Test
    void the_same_init_again_changes_no_byte() {
        home.lamin().init(OPTIONS);
        var before = home.files();

        var again = home.lamin().init(OPTIONS);

        assertThat(again.alreadyInitialised()).isTrue();
        assertThat(home.files()).isEqualTo(before);
    }

    @Test
    void init_with_other_modules_is_refused() {
        home.lamin().init(OPTIONS);
        assertRefusedWithoutChange(
                ErrorCode.REFUSED, () -> home.lamin().init(InitOptions.storage("test-schema")), "other modules");
    }

    @Test
    void init_with_another_storage_is_refused() {
        home.lamin().init(OPTIONS);
        assertRefusedWithoutChange(
                ErrorCode.REFUSED,
                () -> home.lamin().init(InitOptions.storage("elsewhere").name("test-schema")),
                "is the name of an instance with its storage at");
    }

    @Test
    void init_with_another_database_is_refused() {
        home.lamin().init(OPTIONS);
        assertRefusedWithoutChange(
                ErrorCode.REFUSED,
                () -> home.lamin().init(OPTIONS.name("test-schema").db("postgresql://me@localhost:1/other")),
                "another database");
    }

    @Test
    void init_in_the_folder_of_another_instance_is_refused() {
        home.lamin().init(OPTIONS);
        assertRefusedWithoutChange(
                ErrorCode.REFUSED, () -> home.lamin().init(OPTIONS.name("second")), "managed by another instance");
    }

    @Test
    void an_unknown_module_leaves_nothing_behind() {
        assertRefusedWithoutChange(
                ErrorCode.USAGE, () -> home.lamin().init(OPTIONS.modules("nonsense")), "unknown module nonsense");
    }

    @Test
    void a_deployment_that_fails_half_way_leaves_nothing_behind() {
        assertRefusedWithoutChange(
                ErrorCode.FAILURE, () -> home.lamin(new FailsHalfWay()).init(OPTIONS), "no such table: missing");
    }

    @Test
    void settings_that_cannot_be_written_leave_nothing_behind() throws IOException {
        Files.createDirectories(home.folder().resolve("home"));
        Files.createFile(home.settings());
        assertRefusedWithoutChange(ErrorCode.FAILURE, () -> home.lamin().init(OPTIONS), "cannot write");
    }

    @Test
    void a_file_where_the_folder_should_be_is_named() throws IOException {
        Files.createFile(home.folder().resolve("test-schema"));
        assertRefusedWithoutChange(ErrorCode.FAILURE, () -> home.lamin().init(OPTIONS), "not a folder");
        assertRefusedWithoutChange(
                ErrorCode.FAILURE, () -> home.lamin().init(InitOptions.storage("test-schema/below")), "not a folder");
    }

    @Test
    void a_storage_that_cannot_be_written_is_named() {
        // where nobody can make a folder, root included
        assertRefusedWithoutChange(
                ErrorCode.FAILURE, () -> home.lamin().init(InitOptions.storage("/proc/self/lamin")), "cannot write");
    }

    @Test
    void a_corrupt_database_is_never_overwritten() throws IOException {
        home.lamin().init(OPTIONS);
        Files.writeString(home.folder().resolve("test-schema/.lamindb/lamin.db"), "not a database");
        assertRefusedWithoutChange(
                ErrorCode.FAILURE, () -> home.lamin().init(OPTIONS), "not an intact SQLite database");
        assertRefusedWithoutChange(
                ErrorCode.FAILURE, () -> home.lamin().open("test-schema"), "not an intact SQLite database");
    }

    @Test
    void what_sqlite_left_of_another_database_is_never_read_into_a_new_one() throws IOException {
        var folder = Files.createDirectories(home.folder().resolve("test-schema/.lamindb"));
        for (var name : List.of("lamin.db-wal", "lamin.db-shm", "lamin.db-journal")) {
            Files.writeString(folder.resolve(name), "pages of a database that is gone");
            assertRefusedWithoutChange(ErrorCode.REFUSED, () -> home.lamin().init(OPTIONS), name);
            Files.delete(folder.resolve(name));
        }
        home.lamin().init(OPTIONS);
    }

    @Test
    void an_init_that_was_killed_before_its_last_files_is_fixed_by_the_next() throws IOException {
        home.lamin().init(OPTIONS);
        var whole = home.files().keySet();
        Files.delete(home.folder().resolve("test-schema/.lamindb/storage_uid.txt"));
        Files.delete(home.settings().resolve("instance--anonymous--test-schema.env"));
        Files.delete(home.settings().resolve("current_instance.env"));

        var again = home.lamin().init(OPTIONS);

        assertThat(again.alreadyInitialised()).isTrue();
        assertThat(home.files().keySet()).isEqualTo(whole);
    }

    @Test
    void eight_inits_at_once_make_one_instance() throws Exception {
        assertOneOfManyMakes(OPTIONS);
        try (var connection = open("test-schema")) {
            assertThat(rows(connection, "select count(*) from lamindb_storage")).containsExactly("1");
        }
        assertThat(home.files()).hasSize(9);
    }

    @Test
    void eight_inits_at_once_make_one_instance_in_postgresql() throws Exception {
        try (var database = TestPostgres.create()) {
            assertOneOfManyMakes(OPTIONS.db(database.url()));
            try (var connection = database.connection()) {
                assertThat(rows(connection, "select count(*) from lamindb_storage"))
                        .containsExactly("1");
            }
        }
    }

    private void assertOneOfManyMakes(InitOptions options) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<InitResult> init = () -> home.lamin().init(options);
            var results = threads.invokeAll(List.of(init, init, init, init, init, init, init, init));
            var made = new ArrayList<InitResult>();
            for (var result : results) {
                made.add(result.get());
            }
            assertThat(made).filteredOn(result -> !result.alreadyInitialised()).hasSize(1);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void postgresql_holds_an_instance() throws Exception {
        try (var database = TestPostgres.create()) {
            var options = OPTIONS.db(database.url());

            var made = home.lamin().init(options);
            assertThat(made.alreadyInitialised()).isFalse();
            assertThat(made.createdDatabase()).isFalse();
            var before = home.files();
            assertThat(home.lamin().init(options).alreadyInitialised()).isTrue();

            assertThat(home.files()).isEqualTo(before).doesNotContainKey("test-schema/.lamindb/lamin.db");
            try (var connection = database.connection()) {
                assertThat(rows(connection, "select id from lamindb_branch order by id"))
                        .containsExactly("-1", "0", "1");
                assertThat(rows(
                                connection,
                                "insert into lamindb_space (name, uid, created_at) values ('b', 'b', now())"
                                        + " returning id"))
                        .containsExactly("2");
            }
        }
    }

    @Test
    void a_failing_init_leaves_nothing_in_postgresql() throws Exception {
        try (var database = TestPostgres.create()) {
            assertRefusedWithoutChange(
                    ErrorCode.FAILURE,
                    () -> home.lamin(new FailsHalfWay()).init(OPTIONS.db(database.url())),
                    "\"missing\" does not exist");
            Files.createDirectories(home.folder().resolve("home"));
            Files.createFile(home.settings());
            assertRefusedWithoutChange(
                    ErrorCode.FAILURE, () -> home.lamin().init(OPTIONS.db(database.url())), "cannot write");
            try (var connection = database.connection();
                    var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                assertThat(tables.next()).isFalse();
            }
        }
    }

    @Test
    void a_database_that_is_not_there_is_created_and_taken_back_on_failure() throws Exception {
        try (var database = TestPostgres.create()) {
            var missing = database.url() + "_new";
            assertRefusedWithoutChange(
                    ErrorCode.FAILURE,
                    () -> home.lamin(new FailsHalfWay()).init(OPTIONS.db(missing)),
                    "\"missing\" does not exist");
            var sql = "select count(*) from pg_database where datname like '%\\_new'";
            try (var connection = database.connection()) {
                assertThat(rows(connection, sql)).containsExactly("0");
                var made = home.lamin().init(OPTIONS.db(missing));
                made.instance().close();
                assertThat(made.createdDatabase()).isTrue();
                var again = home.lamin().init(OPTIONS.db(missing));
                again.instance().close();
                assertThat(again.createdDatabase()).isFalse();
                assertThat(rows(connection, sql)).containsExactly("1");
                connection.createStatement().execute("drop database " + missing.replaceAll(".*/", ""));
            }
        }
    }

    @Test
    void an_instance_that_another_process_made_meanwhile_is_never_taken_back() throws Exception {
        try (var database = TestPostgres.create();
                var connection = database.connection();
                var statement = connection.createStatement()) {
            var missing = database.url() + "_new";
            var other = InitOptions.storage("other").db(missing).name("other");
            var late = new Fails(() -> home.lamin().init(other).instance().close());

            assertThatThrownBy(() -> home.lamin(late).init(OPTIONS.db(missing))).isInstanceOf(LaminException.class);

            var made = home.lamin().init(other);
            made.instance().close();
            assertThat(made.alreadyInitialised()).isTrue();
            statement.execute("drop database " + missing.replaceAll(".*/", ""));
        }
    }

    @Test
    void a_failing_init_keeps_settings_that_were_there_before() throws IOException {
        home.lamin().init(OPTIONS);
        Files.delete(home.folder().resolve("test-schema/.lamindb/lamin.db"));
        Files.delete(home.settings().resolve("current_instance.env"));
        Files.createDirectory(home.settings().resolve("current_instance.env"));

        assertRefusedWithoutChange(ErrorCode.FAILURE, () -> home.lamin().init(OPTIONS), "cannot write");
    }

    @Test
    void a_failing_init_takes_its_tables_back_out_of_an_existing_sqlite_database() throws Exception {
        Files.createDirectories(home.folder().resolve("test-schema/.lamindb"));
        Files.createDirectories(home.settings().resolve("current_instance.env"));
        try (var connection = open("test-schema");
                var statement = connection.createStatement()) {
            statement.execute("create table somebody_elses (id int)");

            assertThatThrownBy(() -> home.lamin().init(OPTIONS.existing(true))).hasMessageContaining("cannot write");

            assertThat(rows(connection, "select name from sqlite_schema where name not like 'sqlite_%'"))
                    .containsExactly("somebody_elses");
        }
    }

    @Test
    void init_and_open_hint_at_what_there_is_to_see() {
        var lamin = home.lamin();
        lamin.init(OPTIONS).instance().close();
        assertThat(home.notices().lines()).isEmpty();
        lamin.settings().verbosity(3);

        lamin.init(OPTIONS).instance().close();
        lamin.open("test-schema").close();

        var hint = "HINT anonymous/test-schema has the modules core, bionty; schema().view() shows their tables";
        assertThat(home.notices().lines()).containsExactly(hint, hint);
    }

    @Test
    void a_password_in_the_url_is_used_and_never_stored() {
        try (var database = TestPostgres.createWithPassword("s3cr/t:@word")) {
            home.lamin().init(OPTIONS.db(database.url()));

            assertThat(home.files().values()).noneMatch(text -> text.contains("s3cr"));
            assertThat(home.notices().lines())
                    .noneMatch(line -> line.contains("s3cr"))
                    .anyMatch(line -> line.contains("PGPASSWORD"));
            var name = home.lamin().folder().slugs().getFirst().name();
            assertThatThrownBy(() -> home.lamin().open(name))
                    .hasMessageContaining("wrong or missing password")
                    .hasMessageNotContaining("s3cr");
        }
    }

    @Test
    void a_name_that_makes_python_skip_tracking_is_warned_of() {
        try (var database = TestPostgres.create()) {
            home.lamin().init(OPTIONS.name("n").db(database.url() + "?application_name=read"));
            assertThat(home.notices().lines()).anyMatch(line -> line.contains("'read' or 'public'"));
        }
    }

    private void assertRefusedWithoutChange(ErrorCode code, ThrowingCallable call, String message) {
        var before = home.files();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(LaminException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(String.valueOf(e.getMessage()).lines()).hasSizeBetween(1, 4);
                })
                .hasMessageContaining(message);
        assertThat(home.files()).isEqualTo(before);
    }

    private Connection open(String storage) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + home.folder().resolve(storage).resolve(".lamindb/lamin.db"));
    }

    static List<String> rows(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", cells));
            }
        }
        return found;
    }

    /** Breaks after the tables, inside the transaction. */
    private static final class FailsHalfWay extends Whole {
        @Override
        public void deploy(Connection connection, SortedSet<String> modules, LastStep last) throws SQLException {
            super.deploy(connection, modules, inside -> {
                last.in(inside);
                try (var statement = inside.createStatement()) {
                    statement.execute("insert into missing values (1)");
                }
            });
        }
    }

    /** Breaks at once, after somebody else did something. */
    private static final class Fails extends Whole {
        private final Runnable before;

        Fails(Runnable before) {
            this.before = before;
        }

        @Override
        public void deploy(Connection connection, SortedSet<String> modules, LastStep last) {
            before.run();
            throw new LaminException(ErrorCode.FAILURE, "failed");
        }
    }

    private static class Whole implements SchemaDeployment {
        private final SchemaDeployment whole = Home.deployment();

        @Override
        public void check(SortedSet<String> modules) {
            whole.check(modules);
        }

        @Override
        public List<ModuleInfo> infos(SortedSet<String> modules) {
            return whole.infos(modules);
        }

        @Override
        public void deploy(Connection connection, SortedSet<String> modules, LastStep last) throws SQLException {
            whole.deploy(connection, modules, last);
        }

        @Override
        public Deployer deployer(Connections connections, Collection<String> modules) {
            return whole.deployer(connections, modules);
        }

        @Override
        public SortedSet<String> dependents(String module, SortedSet<String> mounted) {
            return whole.dependents(module, mounted);
        }

        @Override
        public LoadState state(Connection connection, SortedSet<String> modules) throws SQLException {
            return whole.state(connection, modules);
        }

        @Override
        public Drift drift(Connection connection, SortedSet<String> modules) throws SQLException {
            return whole.drift(connection, modules);
        }

        @Override
        public SortedSet<String> untracked(Connection connection) throws SQLException {
            return whole.untracked(connection);
        }

        @Override
        public Optional<ModuleInfo> owner(Class<?> entity) {
            return whole.owner(entity);
        }

        @Override
        public List<URL> resources(SortedSet<String> modules, String name) {
            return whole.resources(modules, name);
        }

        @Override
        public SortedMap<String, String> tablePrefixes(SortedSet<String> modules) {
            return whole.tablePrefixes(modules);
        }

        @Override
        public List<ModuleEntities> entities(SortedSet<String> modules) {
            return whole.entities(modules);
        }

        @Override
        public Set<TableName> tables(Connection connection, SortedSet<String> modules) throws SQLException {
            return whole.tables(connection, modules);
        }
    }
}
