package lamin.lineage;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether one node was made from another. */
public final class Ancestry {
    private static final Edges.Visitor UNSEEN = (near, far, kind) -> {};

    private Ancestry() {}

    /**
     * Whether the arrows lead from one node to the other, through the trash as well. It searches from both ends in turns,
     * because one of them is usually a dead end, such as a run that has made nothing so far.
     */
    public static boolean leads(Connection connection, NodeId from, NodeId to) throws SQLException {
        var nodes = new Numbering();
        var edges = new QueriedEdges(connection, nodes, true);
        int start = nodes.number(from.code());
        int end = nodes.number(to.code());
        var down = Walk.from(start, Direction.DOWN);
        var up = Walk.from(end, Direction.UP);
        while (up.pending() > 0) {
            down.advance(edges, QueriedEdges.BATCH, UNSEEN);
            if (down.hasReached(end) || down.pending() == 0) {
                return down.hasReached(end);
            }
            up.advance(edges, QueriedEdges.BATCH, UNSEEN);
            if (up.hasReached(start)) {
                return true;
            }
        }
        return false;
    }
}
