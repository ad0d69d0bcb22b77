package lamin.instance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import lamin.schema.internal.sql.UtcText;
import org.jspecify.annotations.Nullable;

/** Times as databases return them: SQLite as text, of which its driver would read too few digits. */
public final class StoredTime {
    private StoredTime() {}

    /** The time in a column of the current row. */
    public static Instant read(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(of(row.getObject(column)), "the time is null");
    }

    /** The time that a driver returned; null for null. */
    public static @Nullable Instant of(@Nullable Object stored) {
        return switch (stored) {
            case null -> null;
            case Timestamp time -> time.toInstant();
            default -> UtcText.parse(stored.toString());
        };
    }
}
