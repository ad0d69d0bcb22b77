package lamin.trash;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lamin.instance.VersionStem;
import lamin.record.RecordWriter;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.model.TableName;

/** The latest versions of registries with versions: artifacts, collections and transforms. */
final class Versions {
    private static final List<TableName> VERSIONED = List.of(
            TableName.of("lamindb_artifact"), TableName.of("lamindb_collection"), TableName.of("lamindb_transform"));

    private Versions() {}

    static boolean isLatest(RecordWriter writer, TableName table, String uid) throws SQLException {
        var name = DatabaseSystem.of(writer.connection()).quoted(table);
        return VERSIONED.contains(table)
                && writer.query().exists("select 1 from " + name + " where uid = ? and is_latest", uid);
    }

    /** Makes the newest other version on the same branch the latest, as Python's LaminDB does; false if there is none. */
    static boolean promoteBefore(RecordWriter writer, TableName table, String uid) throws SQLException {
        var name = DatabaseSystem.of(writer.connection()).quoted(table);
        var stem = VersionStem.of(uid);
        return writer.update(
                        "update " + name + " set is_latest = true where id = (select o.id from " + name + " o join "
                                + name + " d on d.branch_id = o.branch_id and o.id <> d.id where d.uid = ? and "
                                + stem.condition("o.uid") + " order by o.created_at desc, o.id desc limit 1)",
                        Stream.concat(Stream.of(uid), Stream.of(stem.parameters()))
                                .toArray())
                > 0;
    }
}
