package lamin.lineage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lamin.instance.Query;
import lamin.instance.StoredTime;
import lamin.lineage.LineageNode.ArtifactNode;
import lamin.lineage.LineageNode.CollectionNode;
import lamin.lineage.LineageNode.RunNode;
import org.jspecify.annotations.Nullable;

/** Reads the rows of nodes. */
final class NodeReader {
    private static final int BATCH = 512;

    private final Connection connection;
    private final Map<NodeId, LineageNode> found = new HashMap<>();

    private NodeReader(Connection connection) {
        this.connection = connection;
    }

    /** The nodes with these ids, in the same order. Those that were deleted meanwhile are left out. */
    static List<LineageNode> read(Connection connection, List<NodeId> ids) throws SQLException {
        var reader = new NodeReader(connection);
        for (var kind : NodeKind.values()) {
            var own = ids.stream().filter(id -> id.kind() == kind).toList();
            for (int start = 0; start < own.size(); start += BATCH) {
                reader.read(kind, own.subList(start, Math.min(start + BATCH, own.size())));
            }
        }
        return ids.stream().map(reader.found::get).filter(Objects::nonNull).toList();
    }

    private void read(NodeKind kind, List<NodeId> ids) throws SQLException {
        var sql = select(kind) + " where t.id in (" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")";
        new Query(connection)
                .list(
                        sql,
                        row -> node(new NodeId(kind, row.getLong(1)), row),
                        ids.stream().map(NodeId::id).toArray())
                .forEach(node -> found.put(node.id(), node));
    }

    private static String select(NodeKind kind) {
        return switch (kind) {
            case ARTIFACT -> "select t.id, t.uid, t.key, t.description, t.size, t.is_latest from lamindb_artifact t";
            case COLLECTION -> "select t.id, t.uid, t.key, t.is_latest from lamindb_collection t";
            case RUN ->
                "select t.id, t.uid, f.key, t.entrypoint, f.uid, t.started_at, t.finished_at, t._status_code, f.description"
                        + " from lamindb_run t join lamindb_transform f on f.id = t.transform_id";
        };
    }

    private static LineageNode node(NodeId id, ResultSet row) throws SQLException {
        return switch (id.kind()) {
            case ARTIFACT -> artifact(id, row);
            case COLLECTION -> new CollectionNode(id, row.getString(2), row.getString(3), row.getBoolean(4));
            case RUN ->
                new RunNode(
                        id,
                        row.getString(2),
                        runName(row),
                        row.getString(5),
                        StoredTime.of(row.getObject(6)),
                        StoredTime.of(row.getObject(7)),
                        RunState.ofCode(row.getInt(8)));
        };
    }

    private static ArtifactNode artifact(NodeId id, ResultSet row) throws SQLException {
        long size = row.getLong(5);
        @Nullable Long known = row.wasNull() ? null : size;
        return new ArtifactNode(id, row.getString(2), row.getString(3), row.getString(4), known, row.getBoolean(6));
    }

    /** Keys of transfers between instances say nothing to people. */
    private static String runName(ResultSet row) throws SQLException {
        var key = row.getString(3);
        var entryPoint = row.getString(4);
        var description = row.getString(9);
        var name = description != null && key.startsWith("__lamindb_transfer__/") ? description : key;
        return entryPoint == null ? name : name + ": " + entryPoint;
    }
}
