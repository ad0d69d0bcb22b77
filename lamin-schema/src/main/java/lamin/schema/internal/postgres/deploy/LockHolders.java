package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.internal.sql.Jdbc;

/** Finds the sessions of a PostgreSQL server that block others, described for the user. */
final class LockHolders {
    private static final String NAME =
            "concat(nullif(a.application_name, '') || ', ', 'user ', a.usename, ' at ' || host(a.client_addr), ', session ', a.pid)";

    private static final String HERE = "l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private LockHolders() {}

    /** The sessions that hold an advisory lock. */
    static List<String> ofAdvisory(Connection connection, long key) throws SQLException {
        return names(
                connection,
                "SELECT " + NAME + " FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND l.classid = " + (key >>> 32)
                        + " AND l.objid = "
                        + (key & 0xffffffffL) + " AND " + HERE);
    }

    /** Other sessions in a transaction that uses tables, the longest first. */
    static List<String> ofTables(Connection connection) throws SQLException {
        return names(
                connection,
                "SELECT " + NAME + " FROM pg_stat_activity a WHERE a.pid <> pg_backend_pid() AND EXISTS (SELECT FROM"
                        + " pg_locks l WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.granted AND l.relation >= 16384"
                        + " AND " + HERE + ") ORDER BY a.xact_start LIMIT 3");
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        return Jdbc.query(connection, sql, row -> row.getString(1));
    }
}
