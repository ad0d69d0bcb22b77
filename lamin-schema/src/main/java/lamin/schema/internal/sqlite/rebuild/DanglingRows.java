package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.sql.SqlTokens.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.sql.Jdbc;

/**
 * The numbers of rows with dangling foreign keys in a SQLite database, and the tables whose keys SQLite cannot check
 * because they reference columns that are not a key. Dangling rows may have existed before; a deploy adds none.
 */
public record DanglingRows(Map<Key, Long> counts, Set<String> unchecked) {
    public DanglingRows {
        counts = Map.copyOf(counts);
        unchecked = Set.copyOf(unchecked);
    }

    /** The foreign keys from one table to another. */
    public record Key(String from, String to) {}

    /** The dangling rows of all tables. */
    public static DanglingRows everywhere(Connection connection) throws SQLException {
        return of(
                connection,
                Jdbc.query(
                        connection,
                        "SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k"
                                + " WHERE m.type = 'table' ORDER BY 1",
                        row -> row.getString(1)));
    }

    static DanglingRows of(Connection connection, Collection<String> tables) throws SQLException {
        var counts = new HashMap<Key, Long>();
        var unchecked = new HashSet<String>();
        for (var table : tables) {
            try {
                count(connection, table, counts);
            } catch (SQLException e) {
                if (!String.valueOf(e.getMessage()).contains("foreign key mismatch")) {
                    throw e;
                }
                unchecked.add(table);
            }
        }
        return new DanglingRows(counts, unchecked);
    }

    private static void count(Connection connection, String table, Map<Key, Long> counts) throws SQLException {
        Jdbc.query(
                connection,
                "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check(" + literal(table)
                        + ") GROUP BY 1, 2",
                row -> counts.put(new Key(row.getString(1), row.getString(2)), row.getLong(3)));
    }

    /** Refuses {@code change} if there are more dangling rows than before it, and names all of them. */
    public void requireNoMoreThan(DanglingRows before, String change) {
        var problems = Stream.concat(danglingBeyond(before), uncheckedBeyond(before))
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    change + " would leave " + String.join(",\n", problems) + "\nnothing was changed",
                    new Advice(
                            unchecked.equals(before.unchecked)
                                    ? "fix or delete those rows, then try again"
                                    : "drop those foreign keys, or keep the keys that they point to"));
        }
    }

    private Stream<String> danglingBeyond(DanglingRows before) {
        return counts.entrySet().stream()
                .filter(found -> !before.unchecked.contains(found.getKey().from()))
                .map(found ->
                        Map.entry(found.getKey(), found.getValue() - before.counts.getOrDefault(found.getKey(), 0L)))
                .filter(added -> added.getValue() > 0)
                .map(added -> added.getValue() + (added.getValue() == 1 ? " row of " : " rows of ")
                        + added.getKey().from() + " pointing to rows of "
                        + added.getKey().to() + " that do not exist");
    }

    private Stream<String> uncheckedBeyond(DanglingRows before) {
        return unchecked.stream()
                .filter(table -> !before.unchecked.contains(table))
                .map(table -> "a foreign key of " + table + " pointing to columns that are not a key");
    }
}
