package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestPostgres;
import lnschema_core.ULabel;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteTest {
    private static final InitOptions OPTIONS =
            InitOptions.storage("test-schema").modules("bionty");

    private Home home = Home.in(Path.of(""));

    @BeforeEach
    void makeHome(@TempDir Path folder) throws IOException {
        home = Home.in(Files.createDirectory(folder.toRealPath().resolve("u")));
    }

    @Test
    void an_instance_with_nothing_but_the_rows_of_init_is_deleted_without_asking() {
        home.lamin().init(OPTIONS);

        home.lamin().delete("test-schema", DeleteOptions.CAREFUL);

        assertThat(home.files().keySet()).isEqualTo(Set.of("", "home", "home/.lamin"));
    }

    @Test
    void an_unknown_instance_cannot_be_deleted() {
        home.lamin().init(OPTIONS);
        assertUnchanged(
                ErrorCode.USAGE,
                () -> home.lamin().delete("other", DeleteOptions.YES.forced()),
                "anonymous/test-schema");
    }

    @Test
    void records_are_deleted_only_when_somebody_says_yes() {
        initWithLabel(OPTIONS);
        var questions = new ArrayList<String>();

        assertUnchanged(
                ErrorCode.REFUSED,
                () -> home.lamin().delete("test-schema", DeleteOptions.CAREFUL),
                "holds 1 row in lamindb_ulabel");
        home.lamin().delete("test-schema", DeleteOptions.CAREFUL.confirmedBy(questions::add));

        assertThat(questions).containsExactly("anonymous/test-schema holds 1 row in lamindb_ulabel. Delete it?");
        assertThat(home.files().keySet()).doesNotContain("test-schema");
    }

    @Test
    void data_files_are_never_deleted() throws IOException {
        home.lamin().init(OPTIONS);
        var data = home.folder().resolve("test-schema/sample.csv");
        Files.writeString(data, "a,b");

        assertUnchanged(ErrorCode.REFUSED, () -> home.lamin().delete("test-schema", DeleteOptions.YES), "sample.csv");
        home.lamin().delete("test-schema", DeleteOptions.CAREFUL.forced());

        assertThat(data).hasContent("a,b");
        assertThat(home.files().keySet())
                .isEqualTo(Set.of("", "home", "home/.lamin", "test-schema", "test-schema/sample.csv"));
        assertThat(home.notices().lines()).anyMatch(line -> line.startsWith("WARNING 1 data files stay in"));
    }

    @Test
    void files_stored_by_the_instance_count_as_data() throws IOException {
        home.lamin().init(OPTIONS);
        Files.writeString(home.folder().resolve("test-schema/.lamindb/abcdefghij1234567890.csv"), "a,b");
        assertUnchanged(ErrorCode.REFUSED, () -> home.lamin().delete("test-schema", DeleteOptions.YES), ".csv");
    }

    @Test
    void a_deletion_that_was_interrupted_can_be_repeated() throws IOException {
        home.lamin().init(OPTIONS);
        Files.delete(home.folder().resolve("test-schema/.lamindb/lamin.db"));

        home.lamin().delete("test-schema", DeleteOptions.CAREFUL);

        assertThat(home.files().keySet()).isEqualTo(Set.of("", "home", "home/.lamin"));
    }

    @Test
    void a_damaged_database_is_deleted_only_by_force() throws IOException {
        home.lamin().init(OPTIONS);
        Files.writeString(home.folder().resolve("test-schema/.lamindb/lamin.db"), "damaged");

        assertUnchanged(
                ErrorCode.FAILURE, () -> home.lamin().delete("test-schema", DeleteOptions.YES), "not an intact");
        home.lamin().delete("test-schema", DeleteOptions.YES.forced());

        assertThat(home.files().keySet()).doesNotContain("test-schema");
    }

    @Test
    void deleting_in_postgresql_drops_our_tables_and_no_others() throws Exception {
        try (var database = TestPostgres.create();
                var connection = database.connection();
                var statement = connection.createStatement()) {
            initWithLabel(OPTIONS.name("shared").db(database.url()));
            statement.execute("create table somebody_elses (id int)");

            assertUnchanged(
                    ErrorCode.REFUSED, () -> home.lamin().delete("shared", DeleteOptions.CAREFUL), "lamindb_ulabel");
            home.lamin().delete("shared", DeleteOptions.YES);

            assertThat(InitTest.rows(
                            connection,
                            "select table_name from information_schema.tables where table_schema = 'public'"))
                    .containsExactly("somebody_elses");
            assertThat(home.files().keySet()).isEqualTo(Set.of("", "home", "home/.lamin"));
        }
    }

    @Test
    void a_table_with_the_name_of_one_that_is_pending_is_not_ours() throws Exception {
        try (var database = TestPostgres.create();
                var connection = database.connection();
                var statement = connection.createStatement()) {
            home.lamin().init(OPTIONS.name("pending").db(database.url()));
            statement.execute("delete from migration_bionty");
            for (var table : InitTest.rows(
                    connection, "select table_name from information_schema.tables where table_name like 'bionty%'")) {
                statement.execute("drop table " + table + " cascade");
            }
            statement.execute("create table bionty_source (id int)");

            home.lamin().delete("pending", DeleteOptions.YES);

            assertThat(InitTest.rows(
                            connection,
                            "select table_name from information_schema.tables where table_schema = 'public'"))
                    .containsExactly("bionty_source");
        }
    }

    @Test
    void a_database_of_another_build_is_not_deleted() throws Exception {
        try (var database = TestPostgres.create();
                var connection = database.connection();
                var statement = connection.createStatement()) {
            home.lamin().init(OPTIONS.name("ahead").db(database.url()));
            statement.execute("update migration_bionty set version_num = 'ffffffffffff'");

            assertUnchanged(
                    ErrorCode.INCOMPATIBLE,
                    () -> home.lamin().delete("ahead", DeleteOptions.YES),
                    "the database has module bionty at revision ffffffffffff");
        }
    }

    @Test
    void rows_that_a_policy_hides_are_not_taken_for_none() throws Exception {
        try (var database = TestPostgres.createWithPassword("secret");
                var connection = database.connection();
                var statement = connection.createStatement()) {
            initWithLabel(OPTIONS.name("hidden").db(database.url()));
            statement.execute("alter table lamindb_ulabel enable row level security");
            statement.execute("alter table lamindb_ulabel force row level security");
            statement.execute("create policy mine on lamindb_ulabel using (false)");
            putPasswordIntoSettings("hidden", database.url());

            assertUnchanged(
                    ErrorCode.FAILURE,
                    () -> home.lamin().delete("hidden", DeleteOptions.YES),
                    "row-level security policy for table \"lamindb_ulabel\"");
        }
    }

    @Test
    void an_instance_whose_module_is_not_installed_is_deleted_with_the_tables_of_that_module() throws Exception {
        try (var database = TestPostgres.create();
                var connection = database.connection();
                var statement = connection.createStatement()) {
            home.lamin().init(OPTIONS.name("orphan").db(database.url()));
            mountAssay(statement);
            statement.execute("create table assays (id int)");

            assertUnchanged(
                    ErrorCode.REFUSED,
                    () -> home.lamin().delete("orphan", DeleteOptions.CAREFUL),
                    "1 row in assay_plate");
            home.lamin().delete("orphan", DeleteOptions.YES);

            assertThat(InitTest.rows(
                            connection,
                            "select table_name from information_schema.tables where table_schema = 'public'"))
                    .containsExactly("assays");
        }
    }

    @Test
    void what_somebody_else_has_in_the_database_is_neither_read_nor_waited_for() throws Exception {
        try (var database = TestPostgres.createWithPassword("secret");
                var owner = database.connection();
                var statement = owner.createStatement()) {
            home.lamin().init(OPTIONS.name("shared").db(database.url()));
            putPasswordIntoSettings("shared", database.url());
            statement.execute("create table somebody_elses (id int)");
            statement.execute("create table unreadable (id int)");
            statement.execute("revoke all on unreadable from current_user");
            owner.setAutoCommit(false);
            statement.execute("lock table somebody_elses in access exclusive mode");

            home.lamin().delete("shared", DeleteOptions.YES);
        }
    }

    @Test
    void a_file_goes_whole_also_where_a_module_is_not_installed() throws Exception {
        home.lamin().init(OPTIONS);
        var file = home.folder().resolve("test-schema/.lamindb/lamin.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            mountAssay(statement);
        }

        home.lamin().delete("test-schema", DeleteOptions.YES);

        assertThat(home.files().keySet()).isEqualTo(Set.of("", "home", "home/.lamin"));
    }

    /** As a deploy of a module leaves it that is not installed here. */
    private static void mountAssay(Statement statement) throws SQLException {
        statement.execute("create table assay_plate (id int primary key, label int references lamindb_ulabel (id))");
        statement.execute("insert into assay_plate values (1, null)");
        statement.execute("create table migration_assay (version_num varchar(32) not null)");
        statement.execute("insert into migration_assay values ('aaaaaaaaaaaa')");
        statement.execute("insert into lamin_module select 'assay', 'com.example:lnschema-assay', '0.1.0', mounted_at"
                + " from lamin_module where name = 'bionty'");
    }

    private void putPasswordIntoSettings(String name, String url) throws IOException {
        var file = home.settings().resolve("instance--anonymous--" + name + ".env");
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("(?m)^lamindb_instance_db=.*$", "lamindb_instance_db=" + url));
    }

    @Test
    void tables_that_only_look_like_ours_are_not_deleted_unasked() throws Exception {
        home.lamin().init(OPTIONS);
        var file = home.folder().resolve("test-schema/.lamindb/lamin.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var table : List.of("migration_notes", "lamin_notes", "django_notes")) {
                statement.execute("create table " + table + " (note text)");
                statement.execute("insert into " + table + " values ('mine')");
            }
        }

        assertUnchanged(
                ErrorCode.REFUSED,
                () -> home.lamin().delete("test-schema", DeleteOptions.CAREFUL),
                "1 row in django_notes, 1 row in lamin_notes, 1 row in migration_notes");
    }

    @Test
    void what_sqlite_keeps_beside_a_database_goes_with_it() throws Exception {
        home.lamin().init(OPTIONS);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + databaseFile());
                var statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table note (text text)");
            assertThat(home.files().keySet())
                    .contains("test-schema/.lamindb/lamin.db-wal", "test-schema/.lamindb/lamin.db-shm");

            home.lamin().delete("test-schema", DeleteOptions.YES);

            assertThat(home.files().keySet()).isEqualTo(Set.of("", "home", "home/.lamin"));
        }
    }

    @Test
    void the_database_of_the_instance_that_took_the_folder_over_is_not_deleted() throws IOException {
        home.lamin().init(OPTIONS.name("a"));
        removeStorage();
        initWithLabel(OPTIONS.name("b"));

        for (var options : List.of(DeleteOptions.YES, DeleteOptions.YES.forced())) {
            assertUnchanged(
                    ErrorCode.REFUSED,
                    () -> home.lamin().delete("a", options),
                    "test-schema is managed by another instance: anonymous/b");
        }
        Files.delete(home.folder().resolve("test-schema/.lamindb/storage_uid.txt"));
        assertUnchanged(
                ErrorCode.REFUSED,
                () -> home.lamin().delete("a", DeleteOptions.YES.forced()),
                "holds another instance");
        home.lamin().delete("b", DeleteOptions.YES);
    }

    @Test
    void the_tables_of_the_instance_that_took_the_database_over_are_not_dropped() throws IOException {
        try (var database = TestPostgres.create()) {
            home.lamin().init(OPTIONS.name("pa").db(database.url()));
            home.lamin().delete("pa", DeleteOptions.YES);
            home.lamin().init(InitOptions.storage("other").name("pb").db(database.url()));
            Files.writeString(
                    home.settings().resolve("instance--anonymous--pa.env"),
                    Files.readString(home.settings().resolve("instance--anonymous--pb.env"))
                            .replace("=pb", "=pa")
                            .replace("/other", "/test-schema")
                            .replaceFirst("(?m)^lamindb_instance_id=.*$", "lamindb_instance_id=" + "0".repeat(32)));

            assertUnchanged(
                    ErrorCode.REFUSED,
                    () -> home.lamin().delete("pa", DeleteOptions.YES.forced()),
                    "holds another instance, whose storage is " + home.folder().resolve("other"));
            home.lamin().delete("pb", DeleteOptions.YES);
        }
    }

    @Test
    void a_link_to_the_folder_of_another_instance_is_not_followed() throws IOException {
        home.lamin().init(InitOptions.storage("mine"));
        initWithLabel(OPTIONS);
        var folder = home.folder().resolve("mine/.lamindb");
        removeTree(folder);
        var other = home.folder().resolve("test-schema/.lamindb");
        Files.delete(other.resolve("storage_uid.txt"));
        Files.createSymbolicLink(folder, other);

        assertUnchanged(
                ErrorCode.REFUSED,
                () -> home.lamin().delete("mine", DeleteOptions.YES.forced()),
                "mine/.lamindb is a link to " + other);
    }

    private Path databaseFile() {
        return home.folder().resolve("test-schema/.lamindb/lamin.db");
    }

    private void removeStorage() throws IOException {
        removeTree(home.folder().resolve("test-schema"));
    }

    private static void removeTree(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void initWithLabel(InitOptions options) {
        try (var instance = home.lamin().init(options).instance()) {
            instance.registry(ULabel.class).save(new ULabel("label"));
        }
    }

    private void assertUnchanged(ErrorCode code, ThrowingCallable call, String message) {
        var before = home.files();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
        assertThat(home.files()).isEqualTo(before);
    }
}
