package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.sql.Jdbc;

/**
 * Rows of a SQLite database whose foreign keys lead nowhere, counted. A database may have some from before; a deploy
 * adds none.
 */
public record DanglingRows(Map<Key, Long> counts) {
    public DanglingRows {
        counts = Map.copyOf(counts);
    }

    /** The foreign keys from one table to another. */
    public record Key(String from, String to) {}

    /** Those of all tables. */
    public static DanglingRows everywhere(Connection connection) throws SQLException {
        var counts = new HashMap<Key, Long>();
        count(connection, "pragma_foreign_key_check", counts);
        return new DanglingRows(counts);
    }

    static DanglingRows of(Connection connection, Collection<String> tables) throws SQLException {
        var counts = new HashMap<Key, Long>();
        for (var table : tables) {
            count(connection, "pragma_foreign_key_check(" + literal(table) + ")", counts);
        }
        return new DanglingRows(counts);
    }

    private static void count(Connection connection, String check, Map<Key, Long> counts) throws SQLException {
        Jdbc.query(
                connection,
                "SELECT \"table\", parent, count(*) FROM " + check + " GROUP BY 1, 2",
                row -> counts.put(new Key(row.getString(1), row.getString(2)), row.getLong(3)));
    }

    /** Refuses {@code change} if there are more than before it. */
    public void refuseMoreThan(DanglingRows before, String change) {
        counts.forEach((key, count) -> {
            long added = count - before.counts.getOrDefault(key, 0L);
            if (added > 0) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        change + " would leave " + added + " rows of " + key.from() + " pointing to rows of " + key.to()
                                + " that are not there"
                                + "\nnothing was changed; mend or delete those rows, then try again");
            }
        });
    }
}
