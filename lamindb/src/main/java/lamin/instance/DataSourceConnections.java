package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of the program's data source, which stays open with it. */
record DataSourceConnections(DataSource dataSource, DirectDatabase database) implements ConnectionSource {
    @Override
    public Connection take() throws SQLException {
        var connection = dataSource.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            database.adopt(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void giveBack(Connection connection, boolean isIntact) {
        try {
            connection.close();
        } catch (SQLException e) {
            // the data source knows what to do with it
        }
    }

    @Override
    public void close() {}
}
