package lamin.instance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.RowValues;
import org.jspecify.annotations.Nullable;

/** A statement for many rows, run in batches. Values are those of {@link Parameters}. */
public final class RowBatch implements AutoCloseable {
    private static final int SIZE = 1000;

    private final PreparedStatement statement;
    private final RowValues values;
    private int waiting;
    private int changed;

    private RowBatch(Connection connection, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
        this.values = DatabaseSystem.of(connection).rowValues();
    }

    /** Inserts rows of a table with values for these columns. Rows that a unique constraint does not allow twice are left out. */
    public static RowBatch ifAbsent(Connection connection, String table, List<String> columns) throws SQLException {
        return new RowBatch(connection, Row.sql(table, columns) + Row.IF_ABSENT);
    }

    /** Runs a statement with a parameter for each value of a row. */
    public static RowBatch of(Connection connection, String sql) throws SQLException {
        return new RowBatch(connection, sql);
    }

    /** Adds a row, with its values in the order of the parameters. */
    public void add(List<? extends @Nullable Object> row) throws SQLException {
        int place = 1;
        for (var value : row) {
            Parameters.bind(statement, place++, value, values);
        }
        statement.addBatch();
        if (++waiting == SIZE) {
            flush();
        }
    }

    private void flush() throws SQLException {
        for (int count : statement.executeBatch()) {
            changed += count > 0 ? count : 0;
        }
        waiting = 0;
    }

    /** Runs the statement for the last rows, and returns the number of all rows that it inserted or changed. */
    public int finish() throws SQLException {
        flush();
        return changed;
    }

    /** Gives up rows that wait for the end of their batch. */
    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
