package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few idle connections for the next calls. It never makes a call wait: as many connections are opened as are needed
 * at once. Those that are idle for a while are closed.
 */
final class ConnectionPool implements ConnectionSource {
    private static final int MOST_IDLE = 8;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final int CHECK_SECONDS = 5;

    private final DirectDatabase database;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean isClosed;
    private boolean isWatched;

    /** @param identity that of the database when it was given back */
    private record Idle(Connection connection, Optional<Object> identity, long since) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    ConnectionPool(DirectDatabase database) {
        this.database = database;
    }

    @Override
    public Connection take() throws SQLException {
        for (var candidate = poll(); candidate != null; candidate = poll()) {
            if (isUsable(candidate)) {
                return LentConnection.of(candidate.connection());
            }
            discard(candidate.connection());
        }
        return LentConnection.of(database.connection());
    }

    private synchronized @Nullable Idle poll() {
        return idle.pollFirst();
    }

    /** A server may have ended it, and a file may have been replaced. */
    private boolean isUsable(Idle candidate) throws SQLException {
        return candidate.identity().equals(database.identity())
                && (!candidate.isOlderThan(TRUSTED) || candidate.connection().isValid(CHECK_SECONDS));
    }

    @Override
    public void giveBack(Connection connection, boolean isIntact) {
        try {
            var ended = LentConnection.ended(connection);
            if (!isIntact || !keep(new Idle(ended, database.identity(), System.nanoTime()))) {
                ended.close();
            }
        } catch (SQLException e) {
            discard(connection);
        }
    }

    private synchronized boolean keep(Idle returned) {
        if (isClosed || idle.size() >= MOST_IDLE) {
            return false;
        }
        idle.addFirst(returned);
        watch();
        return true;
    }

    private synchronized void watch() {
        if (!isWatched && !idle.isEmpty()) {
            isWatched = true;
            CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> expired().forEach(ConnectionPool::discard));
        }
    }

    private synchronized List<Connection> expired() {
        isWatched = false;
        var expired = new ArrayList<Connection>();
        while (!idle.isEmpty() && idle.getLast().isOlderThan(IDLE)) {
            expired.add(idle.removeLast().connection());
        }
        watch();
        return expired;
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is of no use any more
        }
    }

    /** Connections in use are closed when they are given back. */
    @Override
    public void close() {
        var remaining = new ArrayList<Connection>();
        synchronized (this) {
            isClosed = true;
            idle.forEach(each -> remaining.add(each.connection()));
            idle.clear();
        }
        remaining.forEach(ConnectionPool::discard);
    }
}
