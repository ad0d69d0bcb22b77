package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Patience;

/** Works on an instance's database, and reports in one line why it cannot. */
public sealed interface Database permits DirectDatabase, InstanceDatabase {

    /** A database to which each call opens a connection. */
    static DirectDatabase of(DatabaseUrl url, Passwords passwords, Notices notices) {
        return switch (url) {
            case SqliteUrl(var file) -> new SqliteDatabase(file, Patience.USUAL, notices);
            case PostgresUrl postgres -> new PostgresDatabase(postgres, passwords, notices);
        };
    }

    DatabaseUrl url();

    /** A connection in auto-commit mode, for reading and short writes. */
    Connection connection();

    /** A connection inside a write transaction; closing it without a commit rolls everything back. */
    Connection transaction();

    /**
     * Prepares a connection for deleting: rows must not be hidden by a policy, and locks of other sessions must not be waited
     * for indefinitely.
     */
    default void prepareDeletion(Connection connection) throws SQLException {}

    /**
     * Drops tables that may reference each other, in the caller's transaction; fails if other tables reference them.
     *
     * @param tables quoted names, at least one
     */
    void drop(Connection connection, List<String> tables) throws SQLException;

    /**
     * Waits until no other transaction holds the lock of that name, and holds it until the caller's transaction ends. So a
     * row that must exist once can be looked for and then added. SQLite has one writer at a time anyway.
     */
    default void lock(Connection transaction, String name) throws SQLException {}

    /** Fails unless there is a readable database. Never creates or changes one. */
    void verify();

    /** Whether a row was not added because a unique constraint does not allow it. */
    boolean isTakenKey(SQLException cause);

    /** The exception to report. */
    LaminException failure(SQLException cause);

    /** Does work that changes nothing. */
    <T> T read(Work<T> work);

    /** Does all of the work or nothing. */
    <T> T write(Work<T> work);

    /** Work on a connection, which the caller closes. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
