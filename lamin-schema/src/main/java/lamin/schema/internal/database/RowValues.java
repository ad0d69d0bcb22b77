package lamin.schema.internal.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Row values in SQL and JDBC. */
public interface RowValues {
    /** A boolean literal. */
    String bool(boolean value);

    /** A binary literal. */
    String bytes(byte[] value);

    /** A literal of a timestamp with time zone. */
    String time(Instant time);

    /** A timestamp with time zone, as a parameter of a prepared statement. */
    Object parameter(Instant time);

    /** A column of the current row in the database's own representation, so that equal values are equal objects. */
    @Nullable
    Object stored(ResultSet rows, int column) throws SQLException;

    /**
     * Statements after which a column numbered by the database continues after its highest number, even one set by
     * hand.
     */
    List<String> continueNumbering(TableName table, String column);
}
