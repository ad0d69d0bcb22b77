package lamin.lineage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;

/** Asks the database for the edges of a batch of nodes at a time. */
final class QueriedEdges implements Edges {
    /** The number of nodes in one query. */
    static final int BATCH = 512;

    private static final int SMALL_BATCH = 16;

    private final Connection connection;
    private final Numbering nodes;
    private final boolean withTrash;
    private long queries;
    private long rows;

    /** @param withTrash whether datasets in the trash are visited */
    QueriedEdges(Connection connection, Numbering nodes, boolean withTrash) {
        this.connection = connection;
        this.nodes = nodes;
        this.withTrash = withTrash;
    }

    long queries() {
        return queries;
    }

    /** The number of edges that were read. */
    long rows() {
        return rows;
    }

    @Override
    public void visit(IntList from, int start, int end, Direction direction, Visitor visitor) throws SQLException {
        for (var kind : NodeKind.values()) {
            var ids = idsOf(kind, from, start, end);
            for (int first = 0; first < ids.length; first += BATCH) {
                var batch = Arrays.copyOfRange(ids, first, Math.min(first + BATCH, ids.length));
                visit(kind, batch, direction, visitor);
            }
        }
    }

    private long[] idsOf(NodeKind kind, IntList from, int start, int end) {
        var ids = new long[end - start];
        int count = 0;
        for (int i = start; i < end; i++) {
            if (NodeId.kind(nodes.code(from.get(i))) == kind) {
                ids[count++] = NodeId.id(nodes.code(from.get(i)));
            }
        }
        return Arrays.copyOf(ids, count);
    }

    private void visit(NodeKind kind, long[] ids, Direction direction, Visitor visitor) throws SQLException {
        int places = ids.length == 1 ? 1 : ids.length <= SMALL_BATCH ? SMALL_BATCH : BATCH;
        var tables = EdgeTable.from(kind, direction);
        var parameters = String.join(",", Collections.nCopies(places, "?"));
        var sql = tables.stream()
                .map(table -> table.select(kind, parameters) + trashCondition(kind, table))
                .collect(Collectors.joining(" union all "));
        queries++;
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, tables.size() * places, places, ids);
            read(statement, kind, visitor);
        }
    }

    /** Datasets that a walk has reached were checked before. */
    private String trashCondition(NodeKind from, EdgeTable table) {
        return withTrash || from != NodeKind.RUN ? "" : table.isNotInTrash();
    }

    /** Places beyond the batch repeat its first id, so that few different statements are prepared. */
    private static void bind(PreparedStatement statement, int parameters, int places, long[] ids) throws SQLException {
        for (int i = 0; i < parameters; i++) {
            int place = i % places;
            statement.setLong(i + 1, ids[place < ids.length ? place : 0]);
        }
    }

    private void read(PreparedStatement statement, NodeKind near, Visitor visitor) throws SQLException {
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                rows++;
                visit(result, near, visitor);
            }
        }
    }

    private void visit(ResultSet row, NodeKind near, Visitor visitor) throws SQLException {
        var table = EdgeTable.of(row.getInt(1));
        int dataset = nodes.number(NodeId.code(table.dataset(), row.getLong(2)));
        int run = nodes.number(NodeId.code(NodeKind.RUN, row.getLong(3)));
        if (near == NodeKind.RUN) {
            visitor.visit(run, dataset, table.kind());
        } else {
            visitor.visit(dataset, run, table.kind());
        }
    }
}
