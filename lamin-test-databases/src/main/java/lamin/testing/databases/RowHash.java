package lamin.testing.databases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A hash over the values of all rows of each table, to show that no value has changed.
 *
 * @param columns the hashed columns, by table
 */
public record RowHash(SortedMap<String, List<String>> columns, SortedMap<String, String> hashes) {
    /** Of all tables and columns in the schema of the connection. */
    public static RowHash of(Connection connection) throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        var metadata = connection.getMetaData();
        try (var tables =
                metadata.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                columns.put(tables.getString("TABLE_NAME"), new ArrayList<>());
            }
        }
        for (var table : columns.entrySet()) {
            try (var found =
                    metadata.getColumns(connection.getCatalog(), connection.getSchema(), table.getKey(), "%")) {
                while (found.next()) {
                    table.getValue().add(found.getString("COLUMN_NAME"));
                }
            }
        }
        return of(connection, columns);
    }

    public static RowHash of(TestDatabase database) {
        try (var connection = database.connection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Of the same tables and columns, as they are now. */
    public RowHash again(TestDatabase database) {
        try (var connection = database.connection()) {
            return again(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Of the same tables and columns, as they are now. */
    public RowHash again(Connection connection) throws SQLException {
        return of(connection, columns);
    }

    private static RowHash of(Connection connection, SortedMap<String, List<String>> columns) throws SQLException {
        var hashes = new TreeMap<String, String>();
        for (var table : columns.entrySet()) {
            hashes.put(table.getKey(), hash(connection, table.getKey(), table.getValue()));
        }
        return new RowHash(columns, hashes);
    }

    private static String hash(Connection connection, String table, List<String> columns) throws SQLException {
        var isSqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
        var values = columns.stream()
                .map(RowHash::quoted)
                .map(column -> isSqlite ? "quote(" + column + ")" : "quote_nullable(" + column + "::text)")
                .collect(Collectors.joining(" || ',' || "));
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT " + values + " FROM " + quoted(table))) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        Collections.sort(rows);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\n", rows).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
