package lamin.schema.internal.deploy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import lamin.schema.LaminException;
import lamin.schema.fixture.Database;
import lamin.testing.databases.TestDatabase.Kind;

/**
 * A deploy in a thread that goes no further than a moment before or after one JDBC call. What it leaves is what a killed
 * process would: on SQLite its files as they are, on PostgreSQL a session that ends without another word.
 */
final class StoppedDeploy implements AutoCloseable {
    private final Database database;
    private final CompletableFuture<Boolean> isReached = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private final Database remains;

    /** Returns when the moment is reached. */
    StoppedDeploy(Database database, CrashScenario scenario, int moments) {
        this.database = database;
        var watcher = new MomentWatcher(moments, this::stop);
        this.thread = Thread.ofPlatform().daemon().start(() -> run(scenario, watcher));
        if (!isReached.join()) {
            throw new IllegalStateException("the deploy ended before moment " + moments);
        }
        this.remains = database.database().kind() == Kind.SQLITE ? database.copy() : withoutSessions(database);
    }

    private static Database withoutSessions(Database database) {
        var others = " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'";
        database.execute("SELECT pg_terminate_backend(pid)" + others);
        while (!database.value("SELECT count(*)" + others).equals("0")) {
            Thread.onSpinWait();
        }
        return database;
    }

    Database remains() {
        return remains;
    }

    private void run(CrashScenario scenario, MomentWatcher watcher) {
        try {
            scenario.deployer(() -> WatchedConnection.of(database.connection(), watcher))
                    .deploy();
        } catch (StoppedError | LaminException e) {
            // on PostgreSQL a session that is gone cannot even be rolled back
        } finally {
            isReached.complete(false);
        }
    }

    private void stop() {
        isReached.complete(true);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoppedError();
    }

    private static final class StoppedError extends Error {
        StoppedError() {
            super("stopped", null, false, false);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (database.database().kind() == Kind.SQLITE) {
            remains.close();
        }
    }
}
