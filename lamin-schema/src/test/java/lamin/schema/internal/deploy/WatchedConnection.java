package lamin.schema.internal.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real connection whose calls, and those of its statements, somebody sees before they are made and after they returned. */
public final class WatchedConnection {
    private final Watcher watcher;

    private WatchedConnection(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Sees every call; what it throws, the caller gets. */
    interface Watcher {
        void before(Call call) throws SQLException;

        default void after(Call call) throws SQLException {}
    }

    /**
     * One call.
     *
     * @param sql empty where it has none
     */
    record Call(String method, String sql) {
        boolean isExecution() {
            return method.startsWith("execute");
        }

        boolean isCommit() {
            return method.equals("commit") || sql.equals("COMMIT");
        }

        @Override
        public String toString() {
            return sql.isEmpty() ? method : method + ": " + sql;
        }
    }

    static Connection of(Connection real, Watcher watcher) {
        return new WatchedConnection(watcher).watched(Connection.class, real, "");
    }

    /** As a pool hands them out. */
    public static Connection unclosed(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> method.getName().equals("close") ? null : method.invoke(real, arguments));
    }

    private <T> T watched(Class<T> type, T real, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> result(real, method, arguments, sql)));
    }

    private @Nullable Object result(Object real, Method method, Object @Nullable [] arguments, String prepared)
            throws Throwable {
        var sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
        var call = new Call(method.getName(), sql);
        watcher.before(call);
        var result = call(real, method, arguments);
        watcher.after(call);
        return switch (result) {
            case PreparedStatement statement -> watched(PreparedStatement.class, statement, sql);
            case Statement statement -> watched(Statement.class, statement, "");
            case null, default -> result;
        };
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
