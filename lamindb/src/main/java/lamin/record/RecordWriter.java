package lamin.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import lamin.instance.Database;
import lamin.instance.Parameters;
import lamin.instance.Query;
import lamin.instance.Row;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in a transaction.
 *
 * @param userId the user who writes
 * @param runId the run in which rows are written; null outside of a run
 * @param now the time of the rows, in microseconds
 */
public record RecordWriter(
        Database database,
        Connection connection,
        long userId,
        @Nullable Long runId,
        Instant now) {

    /**
     * Holds a lock until the transaction ends, so that what must exist once can be looked for and then added.
     *
     * @param name of what is locked, such as {@code ulabel}
     */
    public void lock(String name) throws SQLException {
        database.lock(connection, name);
    }

    /** A row with its author and time. */
    public Row authored(String table) {
        return new Row(table).with("created_at", now).with("created_by_id", userId);
    }

    /** A row with its author, time and run, such as that of a link. */
    public Row link(String table) {
        return authored(table).with("run_id", runId);
    }

    /** A row of a registry, with its author, run and times. */
    public Row record(String table) {
        return link(table).with("updated_at", now).with("_aux", null);
    }

    /** Runs a statement with parameters and returns the number of changed rows. */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Parameters.bind(connection, statement, Arrays.asList(parameters));
            return statement.executeUpdate();
        }
    }

    /** Queries in the same transaction. */
    public Query query() {
        return new Query(connection);
    }
}
