package lamin.schema.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A real connection of which one statement fails, and every one after it, as when the disk goes away. */
final class FailingConnection {
    private final Connection real;
    private int left;

    private FailingConnection(Connection real, int statements) {
        this.real = real;
        this.left = statements;
    }

    /** After this many statements nothing works any more. */
    static Connection after(int statements, Connection real) {
        return new FailingConnection(real, statements).connection();
    }

    private Connection connection() {
        return proxy(Connection.class, (method, arguments) -> {
            var result = call(real, method, arguments);
            return result instanceof Statement statement ? failing(statement) : result;
        });
    }

    private Statement failing(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute") && left-- <= 0) {
                throw new SQLException("the disk is gone");
            }
            return call(statement, method, arguments);
        });
    }

    private interface Behaviour {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> behaviour.of(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
