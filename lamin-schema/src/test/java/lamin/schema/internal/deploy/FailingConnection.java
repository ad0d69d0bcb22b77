package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/** A real connection of which one statement fails, and every one after it, as when the disk goes away. */
final class FailingConnection implements WatchedConnection.Watcher {
    private int left;

    private FailingConnection(int statements) {
        this.left = statements;
    }

    /** After this many statements nothing works any more. */
    static Connection after(int statements, Connection real) {
        return WatchedConnection.of(real, new FailingConnection(statements));
    }

    @Override
    public void before(WatchedConnection.Call call) throws SQLException {
        if (call.isExecution() && left-- <= 0) {
            throw new SQLException("the disk is gone");
        }
    }
}
