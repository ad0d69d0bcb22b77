package lamin.lineage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import lamin.instance.Query;

/** Finds the run or collection that a user names. */
public final class StartNode {
    private StartNode() {}

    /** The run or collection with that uid, or the latest version of the collection with that key. */
    public static Optional<NodeId> find(Connection connection, String text) throws SQLException {
        for (var kind : new NodeKind[] {NodeKind.RUN, NodeKind.COLLECTION}) {
            var id = id(connection, "select id from " + kind.table() + " where uid = ?", text);
            if (id.isPresent()) {
                return id.map(found -> new NodeId(kind, found));
            }
        }
        return id(connection, "select id from lamindb_collection where key = ? and is_latest and branch_id <> -1", text)
                .map(NodeId::collection);
    }

    private static Optional<Long> id(Connection connection, String sql, String text) throws SQLException {
        return new Query(connection).first(sql, row -> row.getLong(1), text);
    }
}
