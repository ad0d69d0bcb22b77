package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.sql.Jdbc;

/**
 * The lock that lets deploys to PostgreSQL take turns. It is polled, because a statement that waits inside a
 * transaction would hold up CREATE INDEX CONCURRENTLY.
 */
final class AdvisoryLock implements AutoCloseable {
    /** "lamin" in ASCII. */
    private static final long KEY = 0x6c616d696eL;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Connection connection;
    private final PostgresSettings settings;
    private final PostgresSession session;

    private AdvisoryLock(Connection connection, PostgresSettings settings, PostgresSession session) {
        this.connection = connection;
        this.settings = settings;
        this.session = session;
    }

    /** Takes over the connection, which is closed with the lock. */
    static AdvisoryLock acquire(Connection connection, DeployRequest request) throws SQLException {
        var lock = on(connection, request);
        try {
            lock.await(request.patience(), request.notices());
            return lock;
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static AdvisoryLock on(Connection connection, DeployRequest request) throws SQLException {
        try {
            return new AdvisoryLock(
                    connection,
                    PostgresSettings.of(connection, request.patience()),
                    PostgresSession.named(connection, request));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void await(Patience patience, Notices notices) throws SQLException {
        long start = System.nanoTime();
        boolean told = false;
        while (!tryToLock()) {
            long waited = System.nanoTime() - start;
            if (waited > patience.untilFailure().toNanos()) {
                throw new LaminException(
                        ErrorCode.BUSY,
                        holder() + " has been deploying for "
                                + patience.untilFailure().toSeconds()
                                + " s; nothing was changed",
                        new Advice("try again when it has ended"));
            }
            if (!told && waited > patience.untilNotice().toNanos()) {
                notices.warning("waiting for " + holder() + ", which is deploying");
                told = true;
            }
            pause();
        }
    }

    private boolean tryToLock() throws SQLException {
        return Jdbc.query(connection, "SELECT pg_try_advisory_lock(" + KEY + ")", row -> row.getBoolean(1))
                .getFirst();
    }

    private String holder() throws SQLException {
        return LockHolders.ofAdvisory(connection, KEY).stream().findFirst().orElse("another process");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaminException(ErrorCode.FAILURE, "interrupted while waiting for another deploy", e);
        }
    }

    /** A pooled connection stays open after close, so the lock is released first. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (connection.isValid(1)) {
                Jdbc.execute(connection, "SELECT pg_advisory_unlock(" + KEY + ")");
                session.close();
                settings.close();
            }
        }
    }
}
