package lamin.instance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A row to be inserted by plain JDBC. Values are those of {@link Parameters}. */
public final class Row {
    static final String IF_ABSENT = " on conflict do nothing";

    private final String table;
    private final SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();

    public Row(String table) {
        this.table = table;
    }

    public Row with(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    public void insert(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql())) {
            bind(connection, statement);
            statement.executeUpdate();
        }
    }

    /** Inserts it and returns the id that the database gave it. */
    public long insertNumbered(Connection connection) throws SQLException {
        try (var statements = new Statements(connection)) {
            return insertNumbered(statements);
        }
    }

    /** The same, one of many rows. */
    public long insertNumbered(Statements statements) throws SQLException {
        var statement = statements.of(sql() + " returning id");
        bind(statements.connection(), statement);
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Inserts it unless an equal row exists: one that a unique constraint does not allow twice. */
    public boolean insertIfAbsent(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql() + IF_ABSENT)) {
            bind(connection, statement);
            return statement.executeUpdate() > 0;
        }
    }

    private String sql() {
        return sql(table, values.keySet());
    }

    /** An insert with a parameter for each column. */
    static String sql(String table, Collection<String> columns) {
        var places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (" + places + ")";
    }

    private void bind(Connection connection, PreparedStatement statement) throws SQLException {
        Parameters.bind(connection, statement, new ArrayList<>(values.values()));
    }
}
