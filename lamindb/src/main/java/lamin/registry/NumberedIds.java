package lamin.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import lamin.instance.Database;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.schema.internal.sql.SqlTokens;

/** Reserves the ids that a database would give to new rows. */
sealed interface NumberedIds {
    static NumberedIds of(Database database) {
        return switch (database.url()) {
            case SqliteUrl ignored -> new OfSqlite();
            case PostgresUrl ignored -> new OfPostgres();
        };
    }

    /** As many ids, in ascending order, that no other row gets. */
    List<Long> reserve(Connection connection, String table, String column, int count) throws SQLException;

    /** What an insert needs so that it may state an id. */
    String overriding();

    /** The place of the row among those of a failed batch that failed; negative if it is unknown. */
    int failed(SQLException failure, Connection connection, String table, List<Long> reserved) throws SQLException;

    /** The transaction holds the write lock, so that nobody else numbers rows meanwhile. */
    final class OfSqlite implements NumberedIds {
        @Override
        public List<Long> reserve(Connection connection, String table, String column, int count) throws SQLException {
            long last = Math.max(
                    number(connection, "select max(" + column + ") from " + table), sequence(connection, table));
            return LongStream.rangeClosed(last + 1, last + count).boxed().toList();
        }

        /** The highest number ever given; zero for a table that reuses numbers. */
        private static long sequence(Connection connection, String table) throws SQLException {
            var name = SqlTokens.literal(table.replace("\"", ""));
            boolean isCounted =
                    number(connection, "select count(*) from sqlite_schema where name = 'sqlite_sequence'") > 0;
            return isCounted ? number(connection, "select max(seq) from sqlite_sequence where name = " + name) : 0;
        }

        private static long number(Connection connection, String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }

        @Override
        public String overriding() {
            return "";
        }

        /** The rows before it were inserted, and the transaction can still be used. */
        @Override
        public int failed(SQLException failure, Connection connection, String table, List<Long> reserved)
                throws SQLException {
            var inserted = "select count(*) from %s where rowid between %d and %d"
                    .formatted(table, reserved.getFirst(), reserved.getLast());
            return (int) number(connection, inserted);
        }
    }

    /** Sequences give a number once. */
    final class OfPostgres implements NumberedIds {
        private static final Pattern ENTRY = Pattern.compile("Batch entry (\\d+)");

        @Override
        public List<Long> reserve(Connection connection, String table, String column, int count) throws SQLException {
            var sql = "select nextval(pg_get_serial_sequence(?, ?)::regclass) from generate_series(1, ?)";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, table);
                statement.setString(2, column.replace("\"", ""));
                statement.setInt(3, count);
                try (var rows = statement.executeQuery()) {
                    var ids = new ArrayList<Long>(count);
                    while (rows.next()) {
                        ids.add(rows.getLong(1));
                    }
                    return ids;
                }
            }
        }

        @Override
        public String overriding() {
            return " overriding system value";
        }

        /** The driver's message says it. */
        @Override
        public int failed(SQLException failure, Connection connection, String table, List<Long> reserved) {
            var message = ENTRY.matcher(String.valueOf(failure.getMessage()));
            return message.find() ? Integer.parseInt(message.group(1)) : -1;
        }
    }
}
