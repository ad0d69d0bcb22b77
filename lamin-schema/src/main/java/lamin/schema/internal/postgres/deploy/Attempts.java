package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import lamin.schema.LaminException;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.deploy.Attempt;
import lamin.schema.internal.deploy.DeployRequest;

/**
 * Retries work that timed out waiting for a lock on PostgreSQL, and reports the sessions that hold locks. Nothing is
 * held between two attempts, so no session queues behind a waiting deploy.
 */
record Attempts(Connection connection, DeployRequest request) {
    private static final int NUMBER = 5;

    /** The time to wait for a lock in one attempt. */
    static Duration lockTimeout(Patience patience) {
        return patience.untilFailure().dividedBy(NUMBER + 1);
    }

    /** @throws LaminException with {@code BUSY} if the last attempt timed out too */
    <T> T of(String what, Attempt<T> attempt) throws SQLException {
        for (int number = 1; number < NUMBER; number++) {
            try {
                return attempt.make();
            } catch (SQLException | LaminException e) {
                if (!isBusy(e)) {
                    throw e;
                }
                request.notices()
                        .warning("waiting for a lock that " + what + " needs (attempt " + number + " of " + NUMBER + ")"
                                + holders());
            }
        }
        return last(attempt);
    }

    private <T> T last(Attempt<T> attempt) throws SQLException {
        try {
            return attempt.make();
        } catch (SQLException | LaminException e) {
            if (!isBusy(e)) {
                throw e;
            }
            var failure = e instanceof SQLException cause ? DatabaseFailure.exception(cause) : (LaminException) e;
            throw new LaminException(
                    failure.code(), failure.getMessage() + holders(), failure.remedies(), failure.facts(), e);
        }
    }

    private static boolean isBusy(Exception failure) {
        return DatabaseFailure.isBusy(failure instanceof SQLException ? failure : failure.getCause());
    }

    private String holders() throws SQLException {
        var holders = LockHolders.ofTables(connection);
        return holders.isEmpty() ? "" : "; locks are held by " + String.join(" and by ", holders);
    }
}
