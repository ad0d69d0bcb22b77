package lamin.instance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Connections that differ from the one behind them in a few calls. */
public final class ConnectionProxy {
    private ConnectionProxy() {}

    /** A connection whose calls the handler gets; those that it does not change go to {@link #pass}. */
    public static Connection of(InvocationHandler handler) {
        return (Connection)
                Proxy.newProxyInstance(handler.getClass().getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    /** Makes the same call of the connection behind; its exceptions are thrown as they are. */
    public static @Nullable Object pass(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** The handler of a connection; null if it has none. */
    public static @Nullable InvocationHandler handler(Connection connection) {
        return Proxy.isProxyClass(connection.getClass()) ? Proxy.getInvocationHandler(connection) : null;
    }
}
