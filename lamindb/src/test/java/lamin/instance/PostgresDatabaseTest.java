package lamin.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import lamin.RecordedNotices;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDatabaseTest {
    private static final String PASSWORD = "p:a/s\\s wörd";

    private final RecordedNotices notices = new RecordedNotices();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_password_comes_from_the_url_the_environment_a_file_or_a_person() throws IOException {
        try (var test = TestPostgres.createWithPassword(PASSWORD)) {
            var url = GivenUrl.parse(test.url());
            var secret = Secret.of(PASSWORD);
            var passfile = folder.resolve("pgpass");

            assertThat(url.password()).extracting(Secret::reveal).isEqualTo(PASSWORD);
            connect(url.url(), new Passwords(secret, Secret.of("wrong"), passfile, nobody -> Optional.empty()));
            connect(url.url(), new Passwords(null, secret, passfile, nobody -> Optional.empty()));
            connect(url.url(), new Passwords(null, null, passfile, person -> Optional.of(secret)));
            Files.writeString(passfile, """
                    # comment
                    other:1:*:*:wrong
                    *:*:%s:*:p\\:a/s\\\\s wörd
                    """.formatted(url.url().database()));
            Files.setPosixFilePermissions(passfile, PosixFilePermissions.fromString("rw-------"));
            connect(url.url(), new Passwords(null, null, passfile, nobody -> Optional.empty()));
            assertThat(notices.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw--w----", "rw------x"})
    void a_password_file_that_is_open_to_others_is_ignored(String permissions) throws IOException {
        try (var test = TestPostgres.createWithPassword(PASSWORD)) {
            var passfile = folder.resolve("pgpass");
            Files.writeString(passfile, "*:*:*:*:p\\:a/s\\\\s wörd\n");
            Files.setPosixFilePermissions(passfile, PosixFilePermissions.fromString(permissions));

            assertRefused(test, null, passfile);

            assertThat(notices.lines()).singleElement().asString().contains("others may read it");
        }
    }

    @Test
    void a_wrong_or_missing_password_is_said_in_few_words() {
        try (var test = TestPostgres.createWithPassword(PASSWORD)) {
            assertRefused(test, Secret.of("wrong"), folder.resolve("none"));
            assertRefused(test, null, folder.resolve("none"));
        }
    }

    private void assertRefused(TestPostgres test, @Nullable Secret password, Path passfile) {
        var passwords = new Passwords(password, null, passfile, nobody -> Optional.empty());
        var database = new PostgresDatabase(GivenUrl.parse(test.url()).url(), passwords, notices);
        assertThatThrownBy(database::verify)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FAILURE))
                .hasMessageContaining("wrong or missing password")
                .hasMessageNotContaining("wörd");
    }

    @Test
    void a_server_that_does_not_answer_is_named() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var database = database("postgresql://me@localhost:" + free + "/db");
        assertThatThrownBy(database::verify)
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("PostgreSQL does not answer at localhost:" + free);
    }

    @Test
    void a_host_that_is_unknown_is_named() {
        assertThatThrownBy(database("postgresql://me@host.invalid:5432/db")::verify)
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("does not answer at host.invalid:5432");
    }

    @ParameterizedTest
    @CsvSource({"40P01, BUSY", "55P03, BUSY", "23505, REFUSED", "22001, REFUSED", "42601, FAILURE"})
    void a_state_says_whether_to_wait_or_to_fix_the_rows(String state, ErrorCode code) {
        var failure = database("postgresql://me@localhost/db").failure(new SQLException("it failed", state));
        assertThat(failure.code()).isEqualTo(code);
    }

    @Test
    void databases_are_created_and_dropped() {
        try (var test = TestPostgres.create()) {
            var other = database(test.url() + "_\"quoted".replace("\"", "%22"));

            assertThat(other.exists()).isFalse();
            assertThatThrownBy(other::verify).hasMessageContaining("there is no database");
            other.create();
            assertThat(other.exists()).isTrue();
            other.drop();
            assertThat(other.exists()).isFalse();
        }
    }

    private void connect(PostgresUrl url, Passwords passwords) {
        new PostgresDatabase(url, passwords, notices).verify();
    }

    private PostgresDatabase database(String url) {
        var passwords = new Passwords(null, null, folder.resolve("none"), nobody -> Optional.empty());
        return new PostgresDatabase(GivenUrl.parse(url).url(), passwords, notices);
    }
}
