package lamin.testing.databases;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An empty database of its own for one test; closing it removes it. A parameterized test with {@code @EnumSource} on
 * {@link Kind} runs on all kinds.
 */
public sealed interface TestDatabase extends AutoCloseable permits TestSqlite, TestPostgres {
    /** What a database is made with. */
    enum Kind {
        SQLITE,
        POSTGRESQL;

        public TestDatabase create() {
            return switch (this) {
                case SQLITE -> TestSqlite.create();
                case POSTGRESQL -> TestPostgres.create();
            };
        }
    }

    Kind kind();

    /** The URL for {@link java.sql.DriverManager}, user included. */
    String jdbcUrl();

    /** The URL as LaminDB writes it: {@code sqlite:///...} or {@code postgresql://user@host:port/database}. */
    String url();

    /** A new connection, as the driver opens it by default. */
    Connection connection() throws SQLException;

    /** Another database with the same content. Nobody may be connected to this one meanwhile. */
    TestDatabase copy();

    @Override
    void close();
}
