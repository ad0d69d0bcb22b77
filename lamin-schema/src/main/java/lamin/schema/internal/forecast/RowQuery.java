package lamin.schema.internal.forecast;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.Sample;

/**
 * A query about rows of one table: their number and a few samples.
 *
 * @param count SQL for the number
 * @param shown SQL for the values shown of each row; empty for no samples
 * @param from the table and the condition
 * @param labelled whether each value is preceded by the name of its column
 */
record RowQuery(String count, String shown, String from, boolean labelled) {
    private static final int SAMPLES = 3;

    /**
     * The result of the query.
     *
     * @param samples a few of the values, long ones truncated; values of several columns with the column names
     */
    record Found(long rows, List<String> samples) {
        Found {
            samples = List.copyOf(samples);
        }
    }

    /** The rows that meet a condition, shown by their values. */
    static RowQuery where(String table, List<String> shown, String condition) {
        return new RowQuery("count(*)", list(shown), table + " WHERE " + condition, shown.size() > 1);
    }

    /** The rows that meet a condition, shown by their key. */
    static RowQuery identified(String table, List<String> key, String condition) {
        return new RowQuery("count(*)", list(key), table + " WHERE " + condition, true);
    }

    /** The rows that have a value in a column. */
    static RowQuery values(String table, String column) {
        return where(table, List.of(column), quote(column) + " IS NOT NULL");
    }

    static RowQuery all(String table, List<String> shown) {
        return new RowQuery("count(*)", list(shown), table, true);
    }

    /**
     * Rows that share their keys with another row; NULL equals nothing.
     *
     * @param keys SQL by the name shown for it
     */
    static RowQuery shared(String table, SequencedMap<String, String> keys, String condition) {
        var set = keys.values().stream().map(key -> key + " IS NOT NULL AND ").collect(Collectors.joining());
        var named = keys.entrySet().stream().map(RowQuery::named).collect(Collectors.joining(", "));
        return new RowQuery(
                "coalesce(sum(lamin_rows), 0)",
                list(List.copyOf(keys.keySet())),
                "(SELECT " + named + ", count(*) AS lamin_rows FROM " + table + " WHERE " + set + "(" + condition
                        + ") GROUP BY " + String.join(", ", keys.values()) + " HAVING count(*) > 1) AS shared",
                keys.size() > 1);
    }

    private static String named(Map.Entry<String, String> key) {
        return key.getValue() + " AS " + quote(key.getKey());
    }

    private static String list(List<String> columns) {
        return columns.stream().map(column -> quote(column)).collect(Collectors.joining(", "));
    }

    /** Samples are queried only if there are rows. */
    Found find(Connection connection) throws SQLException {
        long rows = Jdbc.query(connection, "SELECT " + count + " FROM " + from, row -> row.getLong(1))
                .getFirst();
        return new Found(rows, rows == 0 ? List.of() : samples(connection));
    }

    List<String> samples(Connection connection) throws SQLException {
        return shown.isEmpty()
                ? List.of()
                : Jdbc.query(connection, "SELECT " + shown + " FROM " + from + " LIMIT " + SAMPLES, this::sample);
    }

    private String sample(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var values = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.add((labelled ? columns.getColumnLabel(i) + " " : "") + Sample.of(String.valueOf(row.getString(i))));
        }
        return values.size() == 1 ? values.getFirst() : "(" + String.join(", ", values) + ")";
    }
}
