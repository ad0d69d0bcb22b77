package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;

/** Where an open instance gets its connections, in auto-commit mode. */
interface ConnectionSource extends AutoCloseable {
    Connection take() throws SQLException;

    /**
     * Takes a connection back.
     *
     * @param isIntact false if work on it failed
     */
    void giveBack(Connection connection, boolean isIntact);

    @Override
    void close();
}
