package lamin.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import lamin.RecordedNotices;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.RestoreFile;
import lamin.schema.deploy.Patience;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    private static final Patience SHORT = new Patience(Duration.ofMillis(50), Duration.ofMillis(300));

    private final RecordedNotices notices = new RecordedNotices();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_is_written_is_read() throws IOException {
        var database = create("create table t (a)");

        database.write(connection -> execute(connection, "insert into t values (7)"));

        assertThat(rowsIn(database)).isEqualTo(1);
    }

    @Test
    void a_path_may_look_like_settings_of_the_driver() throws IOException {
        folder = Files.createDirectory(folder.resolve("x?journal_mode=WAL&b#%41 c"));
        var database = create("create table t (a)");

        database.write(connection -> execute(connection, "insert into t values (7)"));

        assertThat(rowsIn(database)).isEqualTo(1);
        assertThat(database.file()).isNotEmptyFile();
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(database.file()));
    }

    @Test
    void a_failing_transaction_is_taken_back() throws IOException {
        var database = create("create table t (a unique)");

        assertFailure(
                ErrorCode.REFUSED,
                () -> database.write(connection -> {
                    execute(connection, "insert into t values (1)");
                    return execute(connection, "insert into t values (1)");
                }),
                "a record with this a already exists in t");

        assertThat(rowsIn(database)).isZero();
    }

    @Test
    void foreign_keys_are_enforced_and_the_file_keeps_its_journal_mode() throws IOException {
        var database = create("create table t (a integer primary key, b references t)");

        assertFailure(
                ErrorCode.REFUSED,
                () -> database.write(connection -> execute(connection, "insert into t values (1, 2)")),
                "a record refers to a record that does not exist");
        assertThat(database.<String>read(connection -> text(connection, "pragma journal_mode")))
                .isEqualTo("delete");
        assertThat(database.<String>read(connection -> text(connection, "pragma synchronous")))
                .isEqualTo("2");
    }

    @Test
    void a_locked_database_is_waited_for_then_given_up() throws Exception {
        var database = create("create table t (a)");
        try (var writer = database.transaction()) {
            execute(writer, "insert into t values (1)");

            assertFailure(ErrorCode.BUSY, database::transaction, "another process has been writing");

            assertThat(notices.lines())
                    .containsExactly("WARNING waiting for another process that is writing to " + database.file());
            assertThat(rowsIn(database)).isZero();
        }
    }

    @Test
    void a_commit_lets_the_lock_go() throws Exception {
        var database = create("create table t (a)");
        try (var first = database.transaction()) {
            execute(first, "insert into t values (1)");
            first.commit();

            database.write(connection -> execute(connection, "insert into t values (2)"));
        }
        assertThat(rowsIn(database)).isEqualTo(2);
    }

    @Test
    void writers_wait_for_each_other_and_lose_nothing() throws Exception {
        var database = create("create table t (a)");
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> new SqliteDatabase(database.file(), Patience.USUAL, notices)
                        .write(connection -> execute(connection, "insert into t values (1)")));
            }
        }
        assertThat(rowsIn(database)).isEqualTo(200);
    }

    @Test
    void the_advice_for_a_damaged_file_moves_what_would_damage_the_copy_too() throws IOException {
        var database = new SqliteDatabase(folder.resolve("lamin.db"), SHORT, notices);
        Files.writeString(database.file(), "damaged");
        var journal = Files.writeString(folder.resolve("lamin.db-journal"), "hot");

        assertThatThrownBy(database::verify)
                .isInstanceOfSatisfying(
                        LaminException.class,
                        e -> assertThat(e.remedies())
                                .containsExactly(
                                        new RestoreFile(database.file().toString(), List.of(journal.toString()))));
    }

    @Test
    void a_missing_file_is_not_made() {
        var database = new SqliteDatabase(folder.resolve("missing.db"), SHORT, notices);

        assertFailure(ErrorCode.FAILURE, database::verify, "the database is missing");
        assertFailure(ErrorCode.FAILURE, database::connection, "cannot open the database");

        assertThat(database.file()).doesNotExist();
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_kept() throws IOException {
        var database = new SqliteDatabase(folder.resolve("text.db"), SHORT, notices);
        for (var content : List.of("", "x", "not a database, but longer than a header ".repeat(100))) {
            Files.writeString(database.file(), content);

            assertFailure(ErrorCode.FAILURE, database::verify, "not an intact SQLite database");

            assertThat(database.file()).hasContent(content);
        }
    }

    @Test
    void a_truncated_database_is_refused_and_kept() throws IOException {
        var database = create("create table t (a)");
        database.write(connection -> execute(connection, "insert into t values (zeroblob(100000))"));
        var bytes = Files.readAllBytes(database.file());
        var half = Arrays.copyOf(bytes, bytes.length / 2);
        Files.write(database.file(), half);

        assertFailure(ErrorCode.FAILURE, database::verify, "not an intact SQLite database");

        assertThat(database.file()).hasBinaryContent(half);
    }

    @Test
    void a_read_only_database_is_read_and_not_written() throws Exception {
        var database = create("create table t (a)");
        Files.setPosixFilePermissions(database.file(), PosixFilePermissions.fromString("r--r--r--"));

        var output = runAsOrdinaryUser(database.file());

        assertThat(output).contains("0 rows", "FAILURE", "can be read but not written: " + database.file());
    }

    @Test
    void a_database_in_a_read_only_folder_is_read_and_not_written() throws Exception {
        var database = create("create table t (a)");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

        var output = runAsOrdinaryUser(database.file());

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(output).contains("0 rows", "FAILURE", database.file().toString());
    }

    /** Root may write everything, so it gives up its capabilities; others are ordinary already. */
    private static String runAsOrdinaryUser(Path file) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReadAndWrite.class.getName(),
                file.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Reads, then tries to write. */
    static final class ReadAndWrite {
        private ReadAndWrite() {}

        public static void main(String[] arguments) {
            var database = new SqliteDatabase(Path.of(arguments[0]), SHORT, new RecordedNotices());
            System.out.println(rowsIn(database) + " rows");
            try {
                database.write(connection -> execute(connection, "insert into t values (1)"));
            } catch (LaminException e) {
                System.out.println(e.code() + " " + e.getMessage());
            }
        }
    }

    private SqliteDatabase create(String ddl) throws IOException {
        var database = new SqliteDatabase(folder.resolve("test.db"), SHORT, notices);
        SqliteDatabase.create(database.file());
        database.write(connection -> execute(connection, ddl));
        return database;
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static int rowsIn(SqliteDatabase database) {
        return Integer.parseInt(database.read(connection -> text(connection, "select count(*) from t")));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }

    private static void assertFailure(ErrorCode code, ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
