package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lamin.schema.Notices;
import lamin.schema.deploy.Patience;

/**
 * A COMMIT to which the network brings no answer. It is reported after a while, and the connection is given up after a long
 * one, as nothing else would end the wait: the ledger then tells whether the server committed.
 */
final class SlowCommit {
    /** Deferred constraints are checked at COMMIT, which may take minutes: 10 with the usual patience. */
    private static final int LIMIT = 20;

    private final Connection connection;
    private final Notices notices;
    private final Duration untilNotice;
    private final Duration limit;

    SlowCommit(Connection connection, Patience patience, Notices notices) {
        this.connection = connection;
        this.notices = notices;
        this.untilNotice = patience.untilFailure().dividedBy(3);
        this.limit = patience.untilFailure().multipliedBy(LIMIT);
    }

    /** Commits; a connection that is given up fails as a lost one does. */
    void commit() throws SQLException {
        var answered = new CountDownLatch(1);
        Thread.ofVirtual().name("lamin commit").start(() -> warnUnless(answered));
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
        try {
            connection.commit();
        } finally {
            answered.countDown();
        }
        connection.setNetworkTimeout(Runnable::run, before);
    }

    private void warnUnless(CountDownLatch answered) {
        try {
            if (!answered.await(untilNotice.toMillis(), TimeUnit.MILLISECONDS)) {
                notices.warning("the server has not answered COMMIT for " + seconds(untilNotice)
                        + " s; the connection is given up after " + seconds(limit) + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
