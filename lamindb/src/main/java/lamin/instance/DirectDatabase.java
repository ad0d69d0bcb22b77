package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import lamin.schema.LaminException;

/** A database to which each call opens a connection of its own. */
public sealed interface DirectDatabase extends Database permits SqliteDatabase, PostgresDatabase {

    /**
     * Begins a write transaction on a connection in auto-commit mode. On SQLite it takes the write lock at once, so that it
     * cannot fail later because of another writer.
     */
    void begin(Connection connection) throws SQLException;

    /** Prepares a connection that somebody else opened. */
    default void adopt(Connection connection) throws SQLException {}

    /** What tells the database from another one that replaces it under the same name; empty if nothing does. */
    default Optional<Object> identity() {
        return Optional.empty();
    }

    @Override
    default Connection transaction() {
        try {
            var connection = connection();
            try {
                begin(connection);
                return connection;
            } catch (SQLException | LaminException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    default <T> T read(Work<T> work) {
        try (var connection = connection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    default <T> T write(Work<T> work) {
        try (var connection = transaction()) {
            var result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
