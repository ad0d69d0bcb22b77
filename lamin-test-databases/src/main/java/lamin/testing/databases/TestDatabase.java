package lamin.testing.databases;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An empty, separate database for one test; closing it removes it. A parameterized test with {@code @EnumSource} on
 * {@link Kind} runs on all kinds.
 */
public sealed interface TestDatabase extends AutoCloseable permits TestSqlite, TestPostgres {
    /** The kind of database. */
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

    /** The URL for {@link java.sql.DriverManager}, including the user. */
    String jdbcUrl();

    /** The URL in LaminDB's form: {@code sqlite:///...} or {@code postgresql://user@host:port/database}. */
    String url();

    /** A new connection with the driver's default settings. */
    Connection connection() throws SQLException;

    /**
     * Another database with the same contents. On PostgreSQL no session may be connected to this one meanwhile; on SQLite a
     * transaction that another thread has open is copied as it is on the disk, as if its process had been killed.
     */
    TestDatabase copy();

    @Override
    void close();
}
