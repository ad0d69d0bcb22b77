package lamin.instance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.RowValues;
import org.jspecify.annotations.Nullable;

/** A row to be inserted by plain JDBC. */
final class Row {
    private final String table;
    private final SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();

    Row(String table) {
        this.table = table;
    }

    Row with(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    void insert(Connection connection) throws SQLException {
        var columns = String.join(", ", values.keySet());
        var places = String.join(", ", Collections.nCopies(values.size(), "?"));
        var rowValues = DatabaseSystem.of(connection).rowValues();
        try (var statement =
                connection.prepareStatement("insert into " + table + " (" + columns + ") values (" + places + ")")) {
            int place = 1;
            for (var value : values.values()) {
                bind(statement, place++, value, rowValues);
            }
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value, RowValues values)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Instant time -> statement.setObject(place, values.parameter(time));
            default -> statement.setObject(place, value);
        }
    }
}
