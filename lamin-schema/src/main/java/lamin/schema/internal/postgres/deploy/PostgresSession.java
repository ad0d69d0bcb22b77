package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.ReadStatus;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;

/** The server side of a connection, under a name that shows other users what is deploying. */
final class PostgresSession implements AutoCloseable {
    private final Connection connection;
    private final String identity;
    private final String nameBefore;

    private PostgresSession(Connection connection, String identity, String nameBefore) {
        this.connection = connection;
        this.identity = identity;
        this.nameBefore = nameBefore;
    }

    /** Names the session until it is closed. */
    static PostgresSession named(Connection connection, DeployRequest request) throws SQLException {
        var session = Jdbc.query(
                connection,
                "SELECT format('pid = %s AND backend_start = %L', pid, backend_start),"
                        + " current_setting('application_name') FROM pg_stat_activity WHERE pid = pg_backend_pid()",
                row -> new PostgresSession(connection, row.getString(1), row.getString(2)));
        rename(connection, name(request));
        return session.getFirst();
    }

    private static String name(DeployRequest request) {
        return "Lamin4j " + request.goal().description() + " ("
                + request.author().name() + ", process "
                + ProcessHandle.current().pid() + ")";
    }

    Connection connection() {
        return connection;
    }

    /** Ends the session on the server, from another connection. */
    void end(Connection other, Patience patience) throws SQLException {
        long start = System.nanoTime();
        var session = " FROM pg_stat_activity WHERE " + identity;
        boolean exists = !Jdbc.query(other, "SELECT pg_terminate_backend(pid)" + session, row -> row.getBoolean(1))
                .isEmpty();
        // the function itself waits only from PostgreSQL 14 on
        while (exists && System.nanoTime() - start < patience.untilFailure().toNanos()) {
            Jdbc.execute(other, "SELECT pg_sleep(0.02)");
            exists = !Jdbc.query(other, "SELECT pid" + session, row -> row.getInt(1))
                    .isEmpty();
        }
        if (exists) {
            throw new LaminException(
                    ErrorCode.BUSY,
                    "the connection was lost during COMMIT, and the server is still busy with it",
                    new ReadStatus());
        }
    }

    /** Restores the session's original name, because its connection may be pooled. */
    @Override
    public void close() throws SQLException {
        if (connection.isValid(1)) {
            rename(connection, nameBefore);
        }
    }

    private static void rename(Connection connection, String name) throws SQLException {
        Jdbc.execute(connection, "SET application_name = " + SqlTokens.literal(name));
    }
}
