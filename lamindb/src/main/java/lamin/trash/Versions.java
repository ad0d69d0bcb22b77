package lamin.trash;

import java.sql.SQLException;
import java.util.List;
import lamin.record.RecordWriter;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.model.TableName;

/** The latest versions of registries with versions: artifacts, collections and transforms. */
final class Versions {
    private static final List<TableName> VERSIONED = List.of(
            TableName.of("lamindb_artifact"), TableName.of("lamindb_collection"), TableName.of("lamindb_transform"));
    private static final int NUMBER = 4;

    private Versions() {}

    static boolean isLatest(RecordWriter writer, TableName table, String uid) throws SQLException {
        if (!VERSIONED.contains(table)) {
            return false;
        }
        try (var statement = writer.connection()
                .prepareStatement("select is_latest from "
                        + DatabaseSystem.of(writer.connection()).quoted(table) + " where uid = ?")) {
            statement.setString(1, uid);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Makes the newest other version on the same branch the latest, as Python's LaminDB does; false if there is none. */
    static boolean promoteBefore(RecordWriter writer, TableName table, String uid) throws SQLException {
        var name = DatabaseSystem.of(writer.connection()).quoted(table);
        int stem = uid.length() - NUMBER;
        return writer.update(
                        "update " + name + " set is_latest = true where id = (select o.id from " + name + " o join "
                                + name
                                + " d on d.branch_id = o.branch_id and o.id <> d.id where d.uid = ? and substr(o.uid, 1, "
                                + stem + ") = ? order by o.created_at desc, o.id desc limit 1)",
                        uid,
                        uid.substring(0, stem))
                > 0;
    }
}
