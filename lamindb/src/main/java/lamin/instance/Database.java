package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Patience;

/** Opens connections to an instance's database, and reports in one line why it cannot. */
public sealed interface Database permits SqliteDatabase, PostgresDatabase {

    static Database of(DatabaseUrl url, Passwords passwords, Notices notices) {
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

    default <T> T read(Work<T> work) {
        try (var connection = connection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Does all of the work or nothing. */
    default <T> T write(Work<T> work) {
        try (var connection = transaction()) {
            var result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Work on a connection, which the caller closes. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
