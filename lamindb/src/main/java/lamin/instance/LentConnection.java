package lamin.instance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
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
        return ConnectionProxy.of(new LentConnection(connection));
    }

    /** The connection behind a lent one, without open statements. */
    static Connection ended(Connection lent) throws SQLException {
        if (!(ConnectionProxy.handler(lent) instanceof LentConnection known)) {
            throw new IllegalArgumentException("not of this pool: " + lent);
        }
        for (var statement : known.statements) {
            statement.close();
        }
        return known.connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var result = ConnectionProxy.pass(connection, method, arguments);
        if (result instanceof Statement statement) {
            remember(statement);
        }
        return result;
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
