package lamin.registry;

import java.sql.Connection;
import lamin.instance.InstanceDatabase;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.UnknownUnwrapTypeException;

/** Provides the connections by which Hibernate loads what a record refers to after it was read. */
final class Connections implements ConnectionProvider {
    private static final long serialVersionUID = 1;

    private final transient InstanceDatabase database;

    Connections(InstanceDatabase database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() {
        return JoinedConnection.in(database, database.lease());
    }

    @Override
    public void closeConnection(Connection connection) {
        database.release(JoinedConnection.joined(connection));
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
