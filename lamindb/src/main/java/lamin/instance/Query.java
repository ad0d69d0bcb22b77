package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lamin.schema.internal.sql.Jdbc.RowReader;
import org.jspecify.annotations.Nullable;

/** Runs queries with parameters. */
public record Query(Connection connection) {

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Parameters.bind(connection, statement, Arrays.asList(parameters));
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    /** The first row; empty if there is none. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return list(sql, reader, parameters).stream().findFirst();
    }

    public boolean exists(String sql, @Nullable Object... parameters) throws SQLException {
        return !list(sql, row -> true, parameters).isEmpty();
    }
}
