package lamin.testing.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
    @Test
    void a_given_url_is_read() {
        assertThat(PostgresServer.parse("postgresql://ann:pw@db.example:6543/lab"))
                .isEqualTo(new PostgresServer("db.example", 6543, "ann", "pw", "lab"));
    }

    @Test
    void port_password_and_database_may_be_left_out() {
        assertThat(PostgresServer.parse("postgresql://ann@db.example"))
                .isEqualTo(new PostgresServer("db.example", 5432, "ann", null, "postgres"));
    }

    @Test
    void another_scheme_is_refused() {
        assertThatThrownBy(() -> PostgresServer.parse("mysql://ann@db.example/lab"))
                .hasMessage("LAMIN_TEST_POSTGRES should be postgresql://user:password@host:port/database");
    }

    @Test
    void an_installed_server_starts_as_root_too() throws IOException, SQLException {
        var server = InstalledServer.start(binariesOfTheSharedServer());
        try (var connection = server.connect("postgres")) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static Path binariesOfTheSharedServer() throws SQLException {
        var server = PostgresServer.shared();
        try (var connection = server.connect(server.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            assertThat(rows.next()).isTrue();
            return Path.of(rows.getString(1));
        }
    }
}
