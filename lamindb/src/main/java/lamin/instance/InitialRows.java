package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.TableName;

/** The rows without which no LaminDB, in either language, opens an instance: a user, a space, branches, the storage. */
public record InitialRows(UserIdentity user, StorageRoot root, String storageUid, InstanceId instance, Instant now) {
    /** The number of rows by table. */
    static final Map<String, Long> COUNTS =
            Map.of("lamindb_user", 1L, "lamindb_space", 1L, "lamindb_branch", 3L, "lamindb_storage", 1L);

    private static final int FIRST = 1;
    /** The id of the user who creates the instance. */
    public static final int USER_ID = FIRST;

    /** Writes the rows into empty tables, in the caller's transaction. */
    public void write(Connection connection) throws SQLException {
        userRow().insert(connection);
        spaceRow().insert(connection);
        branchRow(-1, "trash", "The trash.").insert(connection);
        branchRow(0, "archive", "The archive.").insert(connection);
        branchRow(FIRST, "main", "The main & default branch of the instance.").insert(connection);
        storageRow().insert(connection);
        continueNumbering(connection);
    }

    private Row userRow() {
        return new Row("lamindb_user")
                .with("id", FIRST)
                .with("uid", user.uid())
                .with("handle", user.handle())
                .with("name", user.name())
                .with("created_at", now)
                .with("updated_at", now);
    }

    private Row spaceRow() {
        return new Row("lamindb_space")
                .with("id", FIRST)
                .with("name", "all")
                .with("uid", "a".repeat(12))
                .with("description", "Every team & user with access to the instance has access.")
                .with("created_at", now);
    }

    private Row branchRow(int id, String name, String description) {
        return new Row("lamindb_branch")
                .with("id", id)
                .with("name", name)
                .with("uid", name.substring(0, 1).repeat(12))
                .with("description", description)
                .with("space_id", FIRST)
                .with("created_at", now)
                .with("created_by_id", FIRST)
                .with("_status_code", 0)
                .with("_aux", null);
    }

    private Row storageRow() {
        return new Row("lamindb_storage")
                .with("id", FIRST)
                .with("uid", storageUid)
                .with("root", root.toString())
                .with("type", "local")
                .with("instance_uid", instance.uid())
                .with("is_locked", false)
                .with("_aux", null)
                .with("branch_id", FIRST)
                .with("created_on_id", FIRST)
                .with("space_id", FIRST)
                .with("created_by_id", FIRST)
                .with("created_at", now)
                .with("updated_at", now);
    }

    private static void continueNumbering(Connection connection) throws SQLException {
        var values = DatabaseSystem.of(connection).rowValues();
        for (var table : COUNTS.keySet()) {
            for (var sql : values.continueNumbering(TableName.of(table), "id")) {
                Jdbc.execute(connection, sql);
            }
        }
    }
}
