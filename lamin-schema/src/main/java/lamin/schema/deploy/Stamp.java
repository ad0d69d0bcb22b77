package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lamin.schema.database.DatabaseFailure;
import lamin.schema.introspect.Difference;
import lamin.schema.plan.Target;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;

/**
 * Takes over tables that other means have made: what would have made them is noted in the ledger as applied, once the
 * tables were compared with it. Nothing but the ledger is written, in one transaction.
 */
public final class Stamp {
    private final Connections connections;
    private final DeployRequest request;
    private final List<Target> targets;

    Stamp(Connections connections, DeployRequest request, Collection<Target> targets) {
        this.connections = connections;
        this.request = request;
        this.targets = List.copyOf(targets);
    }

    /** Compares, and writes nothing. */
    public StampResult verify() {
        return with(connection -> StampPlan.of(connection, request, targets).compare(connection));
    }

    /**
     * Compares, and writes the ledger unless there is a grave difference that was not accepted.
     *
     * @param last done in the same transaction where the ledger is written
     * @throws lamin.schema.LaminException with {@code BUSY} if somebody else keeps deploying
     */
    public StampResult write(Set<Difference> accepted, LastStep last) {
        return with(connection -> switch (Flavour.of(connection)) {
            case SQLITE -> onSqlite(connection, accepted, last);
            case POSTGRESQL -> onPostgres(connection, accepted, last);
        });
    }

    private StampResult onSqlite(Connection connection, Set<Difference> accepted, LastStep last) throws SQLException {
        var lock = new SqliteLock(connection, request.patience(), request.notices());
        lock.whenFree(() -> execute(connection, "BEGIN IMMEDIATE"));
        return orBack(
                () -> {
                    var result = stamp(connection, accepted, last);
                    lock.whenFree(() -> execute(connection, result.written() ? "COMMIT" : "ROLLBACK"));
                    return result;
                },
                () -> execute(connection, "ROLLBACK"));
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        Jdbc.execute(connection, sql);
        return true;
    }

    private StampResult onPostgres(Connection connection, Set<Difference> accepted, LastStep last) throws SQLException {
        var lock = AdvisoryLock.acquire(connections.open(), request);
        try {
            connection.setAutoCommit(false);
            return orBack(
                    () -> {
                        var result = stamp(connection, accepted, last);
                        if (result.written()) {
                            connection.commit();
                        }
                        rollBack(connection);
                        return result;
                    },
                    () -> rollBack(connection));
        } finally {
            lock.close();
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private interface Attempt {
        StampResult make() throws SQLException;
    }

    private interface WayBack {
        void go() throws SQLException;
    }

    /** What failed first is the failure to tell, also where the way back fails. */
    private static StampResult orBack(Attempt attempt, WayBack back) throws SQLException {
        try {
            return attempt.make();
        } catch (SQLException | RuntimeException failure) {
            try {
                back.go();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    private StampResult stamp(Connection connection, Set<Difference> accepted, LastStep last) throws SQLException {
        var plan = StampPlan.of(connection, request, targets);
        var result = plan.compare(connection);
        if (result.isEmpty() || !accepted.containsAll(result.grave())) {
            return result;
        }
        plan.write(connection);
        last.in(connection);
        return result.asWritten();
    }

    private interface Work {
        StampResult with(Connection connection) throws SQLException;
    }

    private StampResult with(Work work) {
        try (var connection = connections.open()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.exception(e);
        }
    }
}
