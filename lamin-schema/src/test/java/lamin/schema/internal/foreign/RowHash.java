package lamin.schema.internal.foreign;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lamin.schema.fixture.Database;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase.Kind;

/**
 * A hash over the values of all rows of each table, histories of other tools included.
 *
 * @param columns the hashed columns, by table
 */
record RowHash(SortedMap<String, List<String>> columns, SortedMap<String, String> hashes) {
    /** Of all tables and columns. */
    static RowHash of(Database database) {
        var columns = new TreeMap<String, List<String>>();
        for (var table : schema(database).tables()) {
            columns.put(
                    table.name().name(), table.columns().stream().map(Column::name).toList());
        }
        return of(database, columns);
    }

    /** Of the same tables and columns, as they are now. */
    RowHash again(Database database) {
        return of(database, columns);
    }

    private static RowHash of(Database database, SortedMap<String, List<String>> columns) {
        var hashes = new TreeMap<String, String>();
        columns.forEach((table, names) -> hashes.put(table, hash(database, table, names)));
        return new RowHash(columns, hashes);
    }

    private static SchemaModel schema(Database database) {
        try (var connection = database.connection()) {
            return Introspector.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(Database database, String table, List<String> columns) {
        boolean isSqlite = database.database().kind() == Kind.SQLITE;
        var values = columns.stream()
                .map(column -> isSqlite ? "quote(" + quote(column) + ")" : "quote_nullable(" + quote(column) + "::text)")
                .collect(Collectors.joining(" || ',' || "));
        var rows = database.rows("SELECT " + values + " FROM " + quote(table)).stream()
                .map(Objects::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
