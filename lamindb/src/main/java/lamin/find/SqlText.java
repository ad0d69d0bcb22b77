package lamin.find;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.instance.Query;
import lamin.schema.internal.sql.Jdbc.RowReader;
import lamin.search.SearchRanking;

/**
 * A part of a statement.
 *
 * @param parameters the values of its question marks, as JDBC takes them
 */
record SqlText(String sql, List<Object> parameters) {
    SqlText {
        parameters = List.copyOf(parameters);
    }

    static SqlText of(String sql, Object... parameters) {
        return new SqlText(sql, List.of(parameters));
    }

    static SqlText of(SearchRanking.Fragment fragment) {
        return new SqlText(fragment.sql(), List.copyOf(fragment.parameters()));
    }

    SqlText and(String more, Object... moreParameters) {
        return and(of(more, moreParameters));
    }

    SqlText and(SqlText more) {
        var all = Stream.concat(parameters.stream(), more.parameters.stream()).toList();
        return new SqlText(sql + more.sql, all);
    }

    static SqlText joined(List<SqlText> parts, String between) {
        return new SqlText(
                parts.stream().map(SqlText::sql).collect(Collectors.joining(between)),
                parts.stream().flatMap(part -> part.parameters.stream()).toList());
    }

    /** Runs it as a query. */
    <T> List<T> query(Connection connection, RowReader<T> reader) throws SQLException {
        return new Query(connection).list(sql, reader, parameters.toArray());
    }
}
