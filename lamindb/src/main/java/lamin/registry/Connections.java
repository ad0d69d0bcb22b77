package lamin.registry;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.instance.Database;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.UnknownUnwrapTypeException;

/** Provides Hibernate's connections for reading; a writing session is given its own connection. */
final class Connections implements ConnectionProvider {
    private static final long serialVersionUID = 1;

    private final transient Database database;

    Connections(Database database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() {
        return database.connection();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnknownUnwrapTypeException(type);
    }
}
