package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.function.Function;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.dialect.PostgresDialect;
import lamin.schema.ledger.Ledger;
import lamin.schema.ledger.LedgerState;
import lamin.schema.module.Script;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.sql.Jdbc;
import org.jspecify.annotations.Nullable;

/**
 * Each migration is a transaction; on a fresh database all of them are one. Deployers wait for each other at an advisory
 * lock that a connection of its own holds, so that the end of the session is the end of the lock.
 */
final class PostgresDeployment {
    private static final String LOCK_TIMEOUT = "55P03";
    private static final int ATTEMPTS = 5;

    private final Connections connections;
    private final Connection connection;
    private final Author author;
    private final Notices notices;

    PostgresDeployment(Connections connections, Connection connection, Author author, Notices notices) {
        this.connections = connections;
        this.connection = connection;
        this.author = author;
        this.notices = notices;
    }

    DeployResult deploy(Function<LedgerState, MigrationPlan> planner) throws SQLException {
        var lock = AdvisoryLock.acquire(connections.open(), notices);
        try {
            var ledger = new Ledger(connection).read();
            var plan = planner.apply(ledger);
            var run = new MigrationRun(connection, new PostgresDialect(), author, notices);
            return ledger.isFresh()
                            && plan.pending().stream()
                                    .allMatch(script -> script.info().transactional())
                    ? inOneTransaction(run, plan, ledger, LastStep.NONE)
                    : run.all(plan, ledger, this::oneByOne);
        } finally {
            lock.close();
        }
    }

    /** Nobody else deploys to a database that is being made: no lock is taken. */
    DeployResult deployFresh(Function<LedgerState, MigrationPlan> planner, LastStep last) throws SQLException {
        var ledger = new Ledger(connection).read();
        var run = new MigrationRun(connection, new PostgresDialect(), author, notices);
        return inOneTransaction(run, planner.apply(ledger), ledger, last);
    }

    private DeployResult inOneTransaction(MigrationRun run, MigrationPlan plan, LedgerState ledger, LastStep last)
            throws SQLException {
        var applied = new ArrayList<DeployResult.Applied>();
        inTransaction(() -> {
            applied.addAll(run.all(plan, ledger, MigrationRun.Each.NOTHING).applied());
            last.in(connection);
        });
        return new DeployResult(applied);
    }

    private void oneByOne(Script script, MigrationRun.Work work) throws SQLException {
        if (!script.info().transactional()) {
            outsideTransaction(script, work);
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(work);
                return;
            } catch (LaminException e) {
                if (attempt == ATTEMPTS || !isLockTimeout(e.getCause())) {
                    throw e;
                }
                notices.warning(
                        "waiting for a lock that " + script + " needs (attempt " + attempt + " of " + ATTEMPTS + ")");
            }
        }
    }

    private void inTransaction(MigrationRun.Work work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            Jdbc.execute(connection, "SET LOCAL lock_timeout = '5s'");
            work.run();
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** An index that an earlier attempt left half built is dropped first. */
    private void outsideTransaction(Script script, MigrationRun.Work work) throws SQLException {
        new Ledger(connection).begin(script, author.name(), author.engineVersion());
        InvalidIndexes.drop(connection, script);
        work.run();
    }

    private static boolean isLockTimeout(@Nullable Throwable cause) {
        return cause instanceof SQLException e && LOCK_TIMEOUT.equals(e.getSQLState());
    }
}
