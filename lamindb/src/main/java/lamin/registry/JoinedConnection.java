package lamin.registry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Set;
import lamin.instance.ConnectionProxy;
import lamin.instance.InstanceDatabase;
import org.jspecify.annotations.Nullable;

/** The connection of a transaction for Hibernate, which must neither end the transaction nor close the connection. */
record JoinedConnection(Connection connection) implements InvocationHandler {
    private static final Set<String> LEFT_TO_OWNER = Set.of("commit", "rollback", "setAutoCommit", "close");

    /** The same connection, without the means to end its transaction. */
    static Connection of(Connection connection) {
        return ConnectionProxy.of(new JoinedConnection(connection));
    }

    /** The connection itself outside of a transaction. */
    static Connection in(InstanceDatabase database, Connection connection) {
        return database.isInTransaction() ? of(connection) : connection;
    }

    /** The connection behind it. */
    static Connection joined(Connection connection) {
        return ConnectionProxy.handler(connection) instanceof JoinedConnection(var behind) ? behind : connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return LEFT_TO_OWNER.contains(method.getName()) ? null : ConnectionProxy.pass(connection, method, arguments);
    }
}
