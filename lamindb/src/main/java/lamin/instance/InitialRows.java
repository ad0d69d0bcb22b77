package lamin.instance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows without which no LaminDB, in either language, opens an instance: a user, a space, branches, the storage. */
public record InitialRows(UserIdentity user, StorageRoot root, String storageUid, InstanceId instance, Instant now) {
    /** How many rows of which table they are. */
    static final Map<String, Long> COUNTS =
            Map.of("lamindb_user", 1L, "lamindb_space", 1L, "lamindb_branch", 3L, "lamindb_storage", 1L);

    private static final int FIRST = 1;

    /** Writes them into tables that are empty; the transaction is the caller's. */
    public void write(Connection connection) throws SQLException {
        insert(
                connection,
                "lamindb_user",
                "id, uid, handle, name, created_at, updated_at",
                FIRST,
                user.uid(),
                user.handle(),
                user.name(),
                now,
                now);
        insert(
                connection,
                "lamindb_space",
                "id, name, uid, description, created_at",
                FIRST,
                "all",
                "a".repeat(12),
                "Every team & user with access to the instance has access.",
                now);
        insertBranch(connection, -1, "trash", "The trash.");
        insertBranch(connection, 0, "archive", "The archive.");
        insertBranch(connection, FIRST, "main", "The main & default branch of the instance.");
        insert(
                connection,
                "lamindb_storage",
                "id, uid, root, type, instance_uid, is_locked, _aux, branch_id, created_on_id, space_id, created_by_id,"
                        + " created_at, updated_at",
                FIRST,
                storageUid,
                root.toString(),
                "local",
                instance.uid(),
                false,
                null,
                FIRST,
                FIRST,
                FIRST,
                FIRST,
                now,
                now);
        if (!isSqlite(connection)) {
            continueNumbering(connection);
        }
    }

    private void insertBranch(Connection connection, int id, String name, String description) throws SQLException {
        insert(
                connection,
                "lamindb_branch",
                "id, name, uid, description, created_at, space_id, created_by_id, _status_code, _aux",
                id,
                name,
                name.substring(0, 1).repeat(12),
                description,
                now,
                FIRST,
                FIRST,
                0,
                null);
    }

    private static void insert(Connection connection, String table, String columns, @Nullable Object... values)
            throws SQLException {
        var places = String.join(", ", Collections.nCopies(values.length, "?"));
        var sql = "insert into " + table + " (" + columns + ") values (" + places + ")";
        boolean sqlite = isSqlite(connection);
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i], sqlite);
            }
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value, boolean sqlite)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Instant time when sqlite -> statement.setString(place, UtcText.format(time));
            case Instant time ->
                statement.setObject(place, UtcText.truncate(time).atOffset(ZoneOffset.UTC));
            default -> statement.setObject(place, value);
        }
    }

    /** Ids that were given by hand do not move a sequence of PostgreSQL: the next insert would collide. */
    private static void continueNumbering(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : COUNTS.keySet()) {
                statement.execute("select setval(pg_get_serial_sequence('" + table + "', 'id'), " + FIRST + ")");
            }
        }
    }

    private static boolean isSqlite(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("SQLite");
    }
}
