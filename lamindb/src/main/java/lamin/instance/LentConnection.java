package lamin.instance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool in use. It knows its statements, because one that is left open would keep a SQLite file locked as
 * long as the connection exists.
 */
final class LentConnection implements InvocationHandler {
    private static final int MANY = 100;

    private final Connection connection;
    private final List<Statement> statements = new ArrayList<>();

    private LentConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LentConnection(connection));
    }

    /** The connection behind a lent one, without open statements. */
    static Connection ended(Connection lent) throws SQLException {
        if (!Proxy.isProxyClass(lent.getClass())
                || !(Proxy.getInvocationHandler(lent) instanceof LentConnection known)) {
            throw new IllegalArgumentException("not of this pool: " + lent);
        }
        for (var statement : known.statements) {
            statement.close();
        }
        return known.connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            var result = method.invoke(connection, arguments);
            if (result instanceof Statement statement) {
                remember(statement);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private void remember(Statement statement) throws SQLException {
        if (statements.size() >= MANY) {
            var open = new ArrayList<Statement>();
            for (var each : statements) {
                if (!each.isClosed()) {
                    open.add(each);
                }
            }
            statements.clear();
            statements.addAll(open);
        }
        statements.add(statement);
    }
}
