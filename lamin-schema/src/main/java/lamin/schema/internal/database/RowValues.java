package lamin.schema.internal.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Values of rows, as SQL and JDBC have them. */
public interface RowValues {
    /** A literal. */
    String bool(boolean value);

    /** A literal. */
    String bytes(byte[] value);

    /** A literal of a time with a zone. */
    String time(Instant time);

    /** What a prepared statement takes for a time with a zone. */
    Object parameter(Instant time);

    /** A column of the current row as the database itself has it, so that two values are equal when they are the same. */
    @Nullable
    Object stored(ResultSet rows, int column) throws SQLException;

    /** Statements after which a column that the database numbers goes on after its highest number, also one given by hand. */
    List<String> continueNumbering(TableName table, String column);
}
