package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Patience;

/** Opens connections to an instance's database, and says in one line why it cannot. */
public sealed interface Database permits SqliteDatabase, PostgresDatabase {

    static Database of(DatabaseUrl url, Passwords passwords, Notices notices) {
        return switch (url) {
            case SqliteUrl(var file) -> new SqliteDatabase(file, Patience.USUAL, notices);
            case PostgresUrl postgres -> new PostgresDatabase(postgres, passwords, notices);
        };
    }

    DatabaseUrl url();

    /** A connection that commits every statement: for reading, and for short. */
    Connection connection();

    /** A connection inside a write transaction; closing it without a commit takes everything back. */
    Connection transaction();

    /**
     * Prepares a connection for deleting: no row is left out because a policy of the database hides it, and a lock that
     * another session holds is not waited for without end.
     */
    default void prepareDeletion(Connection connection) throws SQLException {}

    /**
     * Drops tables that may point at each other, in the caller's transaction; fails where others point at them.
     *
     * @param tables in quotes, at least one
     */
    void drop(Connection connection, List<String> tables) throws SQLException;

    /** Fails unless there is a database that can be read. Never makes or changes one. */
    void verify();

    /** The failure as the user is told it. */
    LaminException failure(SQLException cause);

    default <T> T read(Work<T> work) {
        try (var connection = connection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** All of the work or nothing of it. */
    default <T> T write(Work<T> work) {
        try (var connection = transaction()) {
            var result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** What is done with a connection, which stays the caller's. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
