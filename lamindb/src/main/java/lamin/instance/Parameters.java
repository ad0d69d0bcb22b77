package lamin.instance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.RowValues;
import org.jspecify.annotations.Nullable;

/** Binds values to statements: values of JDBC, times as {@link Instant} and JSON as {@link JsonText}. */
public final class Parameters {
    private Parameters() {}

    public static void bind(Connection connection, PreparedStatement statement, List<? extends @Nullable Object> values)
            throws SQLException {
        var rowValues = DatabaseSystem.of(connection).rowValues();
        int place = 1;
        for (var value : values) {
            bind(statement, place++, value, rowValues);
        }
    }

    static void bind(PreparedStatement statement, int place, @Nullable Object value, RowValues values)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Instant time -> statement.setObject(place, values.parameter(time));
            case JsonText json -> statement.setObject(place, json.text(), Types.OTHER);
            default -> statement.setObject(place, value);
        }
    }
}
