package lamin.lineage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** All edges of an instance in memory. */
final class LoadedEdges implements Edges {
    private static final int FETCHED_ROWS = 10_000;

    private final Numbering nodes;
    private final EdgeList all = new EdgeList();
    private final BitSet trash = new BitSet();
    private @Nullable Adjacency up;
    private @Nullable Adjacency down;

    private LoadedEdges(Connection connection, Numbering nodes) throws SQLException {
        this.nodes = nodes;
        for (var table : EdgeTable.values()) {
            load(connection, table);
        }
        loadTrash(connection, NodeKind.ARTIFACT);
        loadTrash(connection, NodeKind.COLLECTION);
    }

    /** Reads them in one transaction, so that they belong together. */
    static LoadedEdges read(Connection connection, Numbering nodes) throws SQLException {
        boolean wasAutomatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            return new LoadedEdges(connection, nodes);
        } finally {
            connection.rollback();
            connection.setAutoCommit(wasAutomatic);
        }
    }

    private void load(Connection connection, EdgeTable table) throws SQLException {
        try (var statement = connection.prepareStatement(table.selectAll())) {
            statement.setFetchSize(FETCHED_ROWS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(
                            nodes.number(NodeId.code(table.dataset(), rows.getLong(1))),
                            nodes.number(NodeId.code(NodeKind.RUN, rows.getLong(2))),
                            table.kind());
                }
            }
        }
    }

    private void loadTrash(Connection connection, NodeKind kind) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select id from " + kind.table() + " where branch_id = " + NodeKind.TRASH);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                int number = nodes.find(NodeId.code(kind, rows.getLong(1)));
                if (number >= 0) {
                    trash.set(number);
                }
            }
        }
    }

    private Adjacency up() {
        var known = up;
        if (known == null) {
            known = all.adjacency(nodes.size(), Direction.UP);
            up = known;
        }
        return known;
    }

    private Adjacency down() {
        var known = down;
        if (known == null) {
            known = all.adjacency(nodes.size(), Direction.DOWN);
            down = known;
        }
        return known;
    }

    @Override
    public void visit(IntList from, int start, int end, Direction direction, Visitor visitor) {
        boolean isUp = direction == Direction.UP;
        var adjacency = isUp ? up() : down();
        for (int i = start; i < end; i++) {
            int node = from.get(i);
            for (int place = adjacency.start(node); place < adjacency.end(node); place++) {
                int edge = adjacency.edge(place);
                int far = isUp ? all.source(edge) : all.target(edge);
                if (!trash.get(far)) {
                    visitor.visit(node, far, all.kind(edge));
                }
            }
        }
    }
}
