package lamin.testing.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database with a unique name. All databases of a JVM are on one server, which is started at first use and
 * stopped with the JVM. It is the first available one of these:
 *
 * <ol>
 *   <li>the server named by the system property {@code lamin.test.postgres} or the environment's
 *       {@code LAMIN_TEST_POSTGRES}, as {@code postgresql://user:password@host:port/database}, with a user who may create
 *       databases and roles;
 *   <li>the one whose binaries come with the build;
 *   <li>an installed one, run in a temporary folder, under another user when the tests run as root.
 * </ol>
 *
 * <p>Without a server, tests fail; they are never skipped.
 */
public final class TestPostgres implements TestDatabase {
    /** Unique to this JVM, because a given server may still have databases of a killed one. */
    private static final String PREFIX =
            "lamin_" + ProcessHandle.current().pid() + "_" + Long.toString(System.currentTimeMillis(), 36) + "_";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PostgresServer server;
    private final String name;
    private final @Nullable String role;

    private TestPostgres(PostgresServer server, String name, @Nullable String role) {
        this.server = server;
        this.name = name;
        this.role = role;
    }

    public static TestPostgres create() {
        return createFrom("template0");
    }

    /** A database that is dropped when this JVM ends, such as one that many tests copy. */
    public static TestPostgres createShared() {
        var database = create();
        Runtime.getRuntime().addShutdownHook(new Thread(database::dropLast));
        return database;
    }

    private void dropLast() {
        try {
            close();
        } catch (IllegalStateException e) {
            // a server that was started here stops meanwhile, and its data are deleted
        }
    }

    private static TestPostgres createFrom(String template) {
        var server = PostgresServer.shared();
        var name = uniqueName();
        server.execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        return new TestPostgres(server, name, null);
    }

    /** A database whose owner must give a password, even on the server's own machine; both URLs contain it. */
    public static TestPostgres createWithPassword(String password) {
        var server = PostgresServer.shared();
        var name = uniqueName();
        server.execute("CREATE ROLE " + name + " LOGIN IN ROLE " + server.passwordRole() + " PASSWORD '"
                + password.replace("'", "''") + "'");
        server.execute("CREATE DATABASE " + name + " OWNER " + name + " TEMPLATE template0");
        return new TestPostgres(server.as(name, password), name, name);
    }

    private static String uniqueName() {
        return PREFIX + COUNT.incrementAndGet();
    }

    @Override
    public Kind kind() {
        return Kind.POSTGRESQL;
    }

    @Override
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    @Override
    public String url() {
        return server.url(name);
    }

    @Override
    public Connection connection() throws SQLException {
        return server.connect(name);
    }

    /** The copy belongs to the server's own user. */
    @Override
    public TestPostgres copy() {
        return createFrom(name);
    }

    /** Drops the database even if other sessions are connected. */
    @Override
    public void close() {
        var admin = PostgresServer.shared();
        admin.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        if (role != null) {
            admin.execute("DROP ROLE " + role);
        }
    }

    @Override
    public String toString() {
        return "postgresql database " + name;
    }
}
