package lamin.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import lamin.instance.Query;
import lamin.instance.Row;
import lamin.instance.UserIdentity;
import lamin.schema.internal.sql.UtcText;

/** The row of the user who writes. */
public final class UserRow {
    private UserRow() {}

    /** Its id; a user unknown to the instance is added. */
    public static long id(Connection connection, UserIdentity user, Instant now) throws SQLException {
        var known = find(connection, user.uid());
        if (known.isPresent()) {
            return known.get();
        }
        var time = UtcText.truncate(now);
        new Row("lamindb_user")
                .with("uid", user.uid())
                .with("handle", user.handle())
                .with("name", user.name())
                .with("created_at", time)
                .with("updated_at", time)
                .insertIfAbsent(connection);
        return find(connection, user.uid())
                .orElseThrow(
                        () -> new SQLException("the handle " + user.handle() + " belongs to a user with another uid"));
    }

    private static Optional<Long> find(Connection connection, String uid) throws SQLException {
        return new Query(connection).first("select id from lamindb_user where uid = ?", row -> row.getLong(1), uid);
    }
}
