package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lamin.schema.operation.DataStep;

/** A step in the middle of a migration at which a test holds a deploy. */
public final class Blocking implements DataStep {
    private static volatile CountDownLatch reached = new CountDownLatch(1);
    private static volatile CountDownLatch released = new CountDownLatch(1);

    static void reset() {
        reached = new CountDownLatch(1);
        released = new CountDownLatch(1);
    }

    static void awaitReached() throws InterruptedException {
        if (!reached.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the deploy did not come to its step");
        }
    }

    static void release() {
        released.countDown();
    }

    @Override
    public void run(Connection connection) throws SQLException {
        reached.countDown();
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new SQLException("nobody released the deploy");
            }
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }
}
