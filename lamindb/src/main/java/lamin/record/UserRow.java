package lamin.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import lamin.instance.Row;
import lamin.instance.UserIdentity;
import lamin.schema.internal.sql.UtcText;
import org.jspecify.annotations.Nullable;

/** The row of the user who writes. */
final class UserRow {
    private UserRow() {}

    /** Its id; a user unknown to the instance is added. */
    static long id(Connection connection, UserIdentity user, Instant now) throws SQLException {
        var known = find(connection, user.uid());
        if (known != null) {
            return known;
        }
        var time = UtcText.truncate(now);
        new Row("lamindb_user")
                .with("uid", user.uid())
                .with("handle", user.handle())
                .with("name", user.name())
                .with("created_at", time)
                .with("updated_at", time)
                .insertIfAbsent(connection);
        var added = find(connection, user.uid());
        if (added == null) {
            throw new SQLException("the handle " + user.handle() + " belongs to a user with another uid");
        }
        return added;
    }

    private static @Nullable Long find(Connection connection, String uid) throws SQLException {
        try (var statement = connection.prepareStatement("select id from lamindb_user where uid = ?")) {
            statement.setString(1, uid);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : null;
            }
        }
    }
}
