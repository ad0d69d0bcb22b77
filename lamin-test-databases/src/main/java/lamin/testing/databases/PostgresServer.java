package lamin.testing.databases;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The address of a server and its user. {@code database} is the one used for administration. */
record PostgresServer(
        String host, int port, String user, @Nullable String password, String database) {
    /** The role whose members must give a password, on servers started here. */
    private static final String PASSWORD_ROLE = "lamin_password";

    /** The {@code pg_hba.conf} that trusts everyone except members of {@link #PASSWORD_ROLE}. */
    static final String ACCESS_RULES = """
            host all +%s all scram-sha-256
            host all all all trust
            """.formatted(PASSWORD_ROLE);

    private static final class Shared {
        static final PostgresServer SERVER = ServerSearch.find();
    }

    /** The one running server of this JVM. */
    static PostgresServer shared() {
        return Shared.SERVER;
    }

    static PostgresServer local(int port) {
        return new PostgresServer("localhost", port, "postgres", null, "postgres");
    }

    /** Parses {@code postgresql://user:password@host:port/database}. */
    static PostgresServer parse(String url) {
        var uri = URI.create(url);
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() == null) {
            throw new IllegalArgumentException(
                    "LAMIN_TEST_POSTGRES should be postgresql://user:password@host:port/database");
        }
        var login = uri.getUserInfo().split(":", 2);
        var database = uri.getPath().length() > 1 ? uri.getPath().substring(1) : "postgres";
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new PostgresServer(uri.getHost(), port, login[0], login.length > 1 ? login[1] : null, database);
    }

    PostgresServer as(String newUser, String newPassword) {
        return new PostgresServer(host, port, newUser, newPassword, database);
    }

    String jdbcUrl(String name) {
        var login = password == null ? "" : "&password=" + encoded(password);
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?user=" + encoded(user) + login;
    }

    String url(String name) {
        var login = password == null ? encoded(user) : encoded(user) + ":" + encoded(password);
        return "postgresql://" + login + "@" + host + ":" + port + "/" + name;
    }

    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(name));
    }

    void execute(String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the test server at " + host + ":" + port + " refused: " + e.getMessage(), e);
        }
    }

    /** The role whose members must give a password; created if it does not exist. */
    String passwordRole() {
        execute("""
                DO $$ BEGIN
                  CREATE ROLE %s;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                END $$""".formatted(PASSWORD_ROLE));
        return PASSWORD_ROLE;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
