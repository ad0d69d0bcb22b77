package lamin.schema.internal.postgres.deploy;

import static lamin.schema.internal.sql.SqlTokens.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.deploy.Attempt;
import lamin.schema.internal.sql.Jdbc;

/**
 * Settings for sessions that inspect and deploy: rows must not be hidden by a policy, a backslash in a literal is just a
 * backslash, locks must not be waited for indefinitely, and the server must not end the session while Java is working.
 */
final class PostgresSettings implements AutoCloseable {
    private final Connection connection;
    private final Map<String, String> before;

    private PostgresSettings(Connection connection, Map<String, String> before) {
        this.connection = connection;
        this.before = before;
    }

    /** Changes the settings until this is closed; settings unknown to an older server are skipped. */
    static PostgresSettings of(Connection connection, Patience patience) throws SQLException {
        var needed = new LinkedHashMap<String, String>();
        needed.put("row_security", "off");
        needed.put("standard_conforming_strings", "on");
        needed.put("lock_timeout", String.valueOf(Attempts.lockTimeout(patience).toMillis()));
        needed.put("idle_in_transaction_session_timeout", "0");
        needed.put("idle_session_timeout", "0");
        var before = values(connection, needed);
        needed.keySet().retainAll(before.keySet());
        set(connection, needed);
        return new PostgresSettings(connection, before);
    }

    /** Does the work, and restores the settings. */
    <T> T during(Attempt<T> work) throws SQLException {
        try {
            return work.make();
        } finally {
            close();
        }
    }

    private static Map<String, String> values(Connection connection, Map<String, String> names) throws SQLException {
        var sql = names.keySet().stream()
                .map(name -> "(" + literal(name) + ", current_setting(" + literal(name) + ", true))")
                .collect(Collectors.joining(
                        ", ", "SELECT * FROM (VALUES ", ") s (name, value) WHERE value IS NOT NULL"));
        var values = new LinkedHashMap<String, String>();
        Jdbc.query(connection, sql, row -> values.put(row.getString(1), row.getString(2)));
        return values;
    }

    private static void set(Connection connection, Map<String, String> values) throws SQLException {
        var sql = values.entrySet().stream()
                .map(entry -> "set_config(" + literal(entry.getKey()) + ", " + literal(entry.getValue()) + ", false)")
                .collect(Collectors.joining(", ", "SELECT ", ""));
        Jdbc.execute(connection, sql);
    }

    /** The connection may be pooled. */
    @Override
    public void close() throws SQLException {
        if (connection.isValid(1)) {
            set(connection, before);
        }
    }
}
