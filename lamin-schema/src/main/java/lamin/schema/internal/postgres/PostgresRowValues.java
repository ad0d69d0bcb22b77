package lamin.schema.internal.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import lamin.schema.internal.database.RowValues;
import lamin.schema.internal.postgres.translation.PostgresSql;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.UtcText;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

final class PostgresRowValues implements RowValues {
    @Override
    public String bool(boolean value) {
        return String.valueOf(value);
    }

    @Override
    public String bytes(byte[] value) {
        return "'\\x" + HexFormat.of().formatHex(value) + "'";
    }

    @Override
    public String time(Instant time) {
        return SqlTokens.literal(time.toString()) + "::timestamptz";
    }

    @Override
    public Object parameter(Instant time) {
        return UtcText.truncate(time).atOffset(ZoneOffset.UTC);
    }

    /** The value as the server prints it. */
    @Override
    public @Nullable Object stored(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }

    /** Numbers set by hand do not advance a sequence, so the next insert would collide. */
    @Override
    public List<String> continueNumbering(TableName table, String column) {
        return List.of(PostgresSql.continueNumbering(table, column));
    }
}
