package lamin.schema.internal.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connection passed to custom Java steps, without the calls that would end the deploy's transaction. */
final class StepConnection {
    private static final Set<String> ENDING = Set.of("commit", "setAutoCommit", "close", "abort");

    private StepConnection() {}

    static Connection of(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                StepConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> call(real, method, arguments));
    }

    private static @Nullable Object call(Connection real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean isWholeRollback = method.getName().equals("rollback") && method.getParameterCount() == 0;
        if (isWholeRollback || ENDING.contains(method.getName())) {
            throw new SQLException("a step must not call " + method.getName()
                    + ": it is part of the deploy's transaction; leave that out");
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
