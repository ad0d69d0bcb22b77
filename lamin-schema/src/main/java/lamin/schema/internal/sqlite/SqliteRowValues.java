package lamin.schema.internal.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import lamin.schema.internal.database.RowValues;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.UtcText;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Times are text in UTC, as Python writes them. */
final class SqliteRowValues implements RowValues {
    @Override
    public String bool(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    public String bytes(byte[] value) {
        return "X'" + HexFormat.of().formatHex(value) + "'";
    }

    @Override
    public String time(Instant time) {
        return SqlTokens.literal(UtcText.format(time));
    }

    @Override
    public Object parameter(Instant time) {
        return UtcText.format(time);
    }

    /** Based on the type of the value, whatever the type of the column. */
    @Override
    public @Nullable Object stored(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column);
    }

    @Override
    public List<String> continueNumbering(TableName table, String column) {
        return List.of();
    }
}
