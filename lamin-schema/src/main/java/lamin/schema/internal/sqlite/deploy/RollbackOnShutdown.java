package lamin.schema.internal.sqlite.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shutdown hook that rolls back the open transaction of a SQLite database before the JVM exits, for example on Ctrl-C.
 * A writer that is just killed leaves a half-changed file until a process opens it together with its journal.
 */
final class RollbackOnShutdown implements AutoCloseable {
    private static final int MOST_ATTEMPTS = 250;
    private static final int PAUSE_MILLIS = 20;

    private final Connection connection;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::stop, "lamin-rollback");
    private boolean isStoppable = true;

    private RollbackOnShutdown(Connection connection) {
        this.connection = connection;
    }

    static RollbackOnShutdown of(Connection connection) {
        var hook = new RollbackOnShutdown(connection);
        Runtime.getRuntime().addShutdownHook(hook.atExit);
        return hook;
    }

    /**
     * A statement that is not running yet cannot be interrupted, so the interrupt is repeated until the deploy has
     * ended.
     */
    private void stop() {
        try {
            for (int i = 0; i < MOST_ATTEMPTS && !closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); i++) {
                stopStatement();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // the next process that opens the database rolls it back
        }
    }

    private synchronized void stopStatement() throws SQLException {
        if (isStoppable) {
            try (var statement = connection.createStatement()) {
                statement.cancel();
            }
        }
    }

    /** From now on statements run to completion, in particular those that roll back. */
    synchronized void letRun() {
        isStoppable = false;
    }

    @Override
    public void close() {
        letRun();
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is exiting and does not wait any longer
        }
    }
}
