package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.fixture.Database;
import lamin.testing.databases.TestDatabase.Kind;

/**
 * A scenario from its beginning to its end.
 *
 * @param states what was there before the first commit, and after each
 */
record UndisturbedRun(List<Moment> moments, List<DatabaseContent> states) {
    /** Before or after one call. */
    record Moment(boolean isAfter, WatchedConnection.Call call) {
        /** Around a commit, and after each step of a rebuild. */
        boolean isTelling() {
            return call.isCommit()
                    || (isAfter && call.isExecution() && (isRebuild(call.sql()) || isConcurrent(call.sql())));
        }

        private static boolean isConcurrent(String sql) {
            return sql.contains("INDEX CONCURRENTLY") || sql.contains("'running'");
        }

        private static boolean isRebuild(String sql) {
            return sql.matches("(?s)(CREATE TABLE|INSERT INTO|DROP TABLE|ALTER TABLE) \"?(assay|lamin_new).*");
        }

        @Override
        public String toString() {
            return (isAfter ? "after " : "before ") + call;
        }
    }

    static UndisturbedRun of(Database prepared, CrashScenario scenario) {
        try (var database = prepared.copy()) {
            var recorder = new Recorder(database);
            scenario.deployer(() -> recorder.watched(database.connection())).deploy();
            return new UndisturbedRun(recorder.moments, recorder.states);
        }
    }

    DatabaseContent before() {
        return states.getFirst();
    }

    DatabaseContent after() {
        return states.getLast();
    }

    private static final class Recorder {
        private final Database database;
        private final List<Moment> moments = new ArrayList<>();
        private final List<DatabaseContent> states = new ArrayList<>();

        Recorder(Database database) {
            this.database = database;
            states.add(DatabaseContent.of(database));
        }

        Connection watched(Connection real) {
            return WatchedConnection.of(real, new WatchedConnection.Watcher() {
                @Override
                public void before(WatchedConnection.Call call) {
                    moments.add(new Moment(false, call));
                }

                @Override
                public void after(WatchedConnection.Call call) throws SQLException {
                    moments.add(new Moment(true, call));
                    if (call.isCommit() || (call.isExecution() && isCommittedAtOnce(real))) {
                        note();
                    }
                }
            });
        }

        /** On SQLite a deploy begins its transaction with a statement. */
        private boolean isCommittedAtOnce(Connection real) throws SQLException {
            return database.database().kind() == Kind.POSTGRESQL && real.getAutoCommit();
        }

        private void note() {
            var state = DatabaseContent.of(database);
            if (!state.equals(states.getLast())) {
                states.add(state);
            }
        }
    }
}
