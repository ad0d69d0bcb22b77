package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * The database of an open instance. Calls reuse connections, and those in {@link #transaction(TransactionWork)} share one
 * with its transaction. It may be used by any number of threads; a transaction belongs to the thread that began it.
 */
public final class InstanceDatabase implements Database, AutoCloseable {
    private final DirectDatabase direct;
    private final ConnectionSource connections;
    // one for each instance: a thread may be in transactions of several
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenTransaction> current = new ThreadLocal<>();

    private InstanceDatabase(DirectDatabase direct, ConnectionSource connections) {
        this.direct = direct;
        this.connections = connections;
    }

    /** With a pool of its own. */
    public static InstanceDatabase pooled(DirectDatabase direct) {
        return new InstanceDatabase(direct, new ConnectionPool(direct));
    }

    /** With the connections of a data source for the same database, which the caller closes. */
    public static InstanceDatabase on(DirectDatabase direct, DataSource dataSource) {
        return new InstanceDatabase(direct, new DataSourceConnections(dataSource, direct));
    }

    /** What depends on the end of a transaction. */
    public interface Completion {
        /** Called after the commit, without a transaction. */
        default void committed() {}

        /** Called if the transaction, or the call in it that added this, was rolled back. */
        default void rolledBack() {}
    }

    /** Whether this thread is in a transaction. */
    public boolean isInTransaction() {
        return current.get() != null;
    }

    /**
     * Calls back at the end of this thread's transaction.
     *
     * @throws IllegalStateException if there is none
     */
    public void atEnd(Completion completion) {
        var transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("no transaction");
        }
        transaction.add(completion);
    }

    /** Runs an action if this thread is in a transaction that is rolled back later. */
    public void ifRolledBack(Runnable action) {
        if (isInTransaction()) {
            atEnd(new Completion() {
                @Override
                public void rolledBack() {
                    action.run();
                }
            });
        }
    }

    /**
     * Does all of the work or nothing, in one transaction. In another transaction of this thread it becomes a part of that
     * one, which can go on if this part fails.
     */
    public <T, X extends Exception> T transaction(TransactionWork<T, X> work) throws X {
        var outer = current.get();
        if (outer != null) {
            return part(outer, work);
        }
        var transaction = begin();
        boolean isCommitted = false;
        current.set(transaction);
        try {
            var result = work.run();
            commit(transaction);
            isCommitted = true;
            return result;
        } finally {
            current.remove();
            end(transaction, isCommitted);
        }
    }

    private OpenTransaction begin() {
        try {
            return new OpenTransaction(begun());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection begun() throws SQLException {
        var connection = connections.take();
        boolean hasBegun = false;
        try {
            direct.begin(connection);
            hasBegun = true;
            return connection;
        } finally {
            if (!hasBegun) {
                giveBack(connection, false);
            }
        }
    }

    private void commit(OpenTransaction transaction) {
        transaction.requireIntact();
        try {
            transaction.connection().commit();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void end(OpenTransaction transaction, boolean isCommitted) {
        giveBack(transaction.connection(), isCommitted);
        if (isCommitted) {
            transaction.committed();
        } else {
            transaction.rolledBack();
        }
    }

    /** A transaction that was not committed is rolled back. */
    private void giveBack(Connection connection, boolean isCommitted) {
        boolean isIntact = false;
        try {
            if (connection.isClosed()) {
                return;
            }
            if (!connection.getAutoCommit()) {
                if (!isCommitted) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
            isIntact = true;
        } catch (SQLException e) {
            // the connection is not used again; what led here is the failure to report
        } finally {
            connections.giveBack(connection, isIntact);
        }
    }

    private <T, X extends Exception> T part(OpenTransaction transaction, TransactionWork<T, X> work) throws X {
        var call = call(transaction);
        boolean hasSucceeded = false;
        try {
            var result = work.run();
            release(call);
            hasSucceeded = true;
            return result;
        } finally {
            if (!hasSucceeded) {
                call.failed();
            }
        }
    }

    private OpenTransaction.Call call(OpenTransaction transaction) {
        try {
            return transaction.call();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void release(OpenTransaction.Call call) {
        try {
            call.succeeded();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            var outer = current.get();
            return outer == null ? readAlone(work) : part(outer, () -> work.on(outer.connection()));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T readAlone(Work<T> work) throws SQLException {
        var connection = connections.take();
        try {
            return work.on(connection);
        } finally {
            giveBack(connection, false);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        try {
            var outer = current.get();
            return outer == null ? writeAlone(work) : part(outer, () -> work.on(outer.connection()));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T writeAlone(Work<T> work) throws SQLException {
        var connection = begun();
        boolean isCommitted = false;
        try {
            var result = work.on(connection);
            connection.commit();
            isCommitted = true;
            return result;
        } finally {
            giveBack(connection, isCommitted);
        }
    }

    /** A connection for reading, which {@link #release} takes back: that of the transaction, or one in auto-commit mode. */
    public Connection lease() {
        var transaction = current.get();
        if (transaction != null) {
            transaction.requireIntact();
            return transaction.connection();
        }
        try {
            return connections.take();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Takes a leased connection back. */
    @SuppressWarnings("ReferenceEquality")
    public void release(Connection connection) {
        var transaction = current.get();
        if (transaction == null || transaction.connection() != connection) {
            giveBack(connection, false);
        }
    }

    /** The database without the connections and transactions of the instance. */
    public DirectDatabase direct() {
        return direct;
    }

    @Override
    public DatabaseUrl url() {
        return direct.url();
    }

    /** A connection of its own, outside of any transaction; the caller closes it. */
    @Override
    public Connection connection() {
        return direct.connection();
    }

    /** A connection of its own; it is not part of a transaction of the thread. */
    @Override
    public Connection transaction() {
        return direct.transaction();
    }

    @Override
    public void prepareDeletion(Connection connection) throws SQLException {
        direct.prepareDeletion(connection);
    }

    @Override
    public void drop(Connection connection, List<String> tables) throws SQLException {
        direct.drop(connection, tables);
    }

    @Override
    public void lock(Connection transaction, String name) throws SQLException {
        direct.lock(transaction, name);
    }

    @Override
    public void verify() {
        direct.verify();
    }

    @Override
    public boolean isTakenKey(SQLException cause) {
        return direct.isTakenKey(cause);
    }

    @Override
    public LaminException failure(SQLException cause) {
        return direct.failure(cause);
    }

    /** The idle connections are closed, except those of a caller's data source. */
    @Override
    public void close() {
        connections.close();
    }
}
