package lamin.lineage;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for the edges of each batch of nodes until that has cost a part of what loading all edges costs; then it
 * loads them. So a small lineage in a large instance costs a few queries, and a large one little more than loading.
 */
final class AdaptiveEdges implements Edges {
    /** A query costs as much as loading this many edges, and a row found by a query as much as three (measured). */
    private static final long QUERY = 60;

    private static final long ROW = 3;

    private static final long PART = 4;

    private final Connection connection;
    private final Numbering nodes;
    private final QueriedEdges queried;
    private @Nullable LoadedEdges loaded;
    private long costOfLoading = -1;

    AdaptiveEdges(Connection connection, Numbering nodes) {
        this.connection = connection;
        this.nodes = nodes;
        this.queried = new QueriedEdges(connection, nodes, false);
    }

    @Override
    public void visit(IntList from, int start, int end, Direction direction, Visitor visitor) throws SQLException {
        for (int next = start; next < end; next += QueriedEdges.BATCH) {
            edges().visit(from, next, Math.min(next + QueriedEdges.BATCH, end), direction, visitor);
        }
    }

    private Edges edges() throws SQLException {
        var all = loaded;
        if (all != null) {
            return all;
        }
        if ((queried.queries() * QUERY + queried.rows() * ROW) * PART < costOfLoading()) {
            return queried;
        }
        loaded = LoadedEdges.read(connection, nodes);
        return loaded;
    }

    /** About the number of edges: ids are given in sequence. */
    private long costOfLoading() throws SQLException {
        if (costOfLoading < 0) {
            costOfLoading = 0;
            for (var table : EdgeTable.values()) {
                costOfLoading += highestId(table);
            }
        }
        return costOfLoading;
    }

    private long highestId(EdgeTable table) throws SQLException {
        try (var statement = connection.prepareStatement("select max(id) from " + table.table());
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
