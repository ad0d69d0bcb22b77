package lamin.lineage;

import java.sql.SQLException;
import java.util.BitSet;

/** A walk in one direction, the nearest nodes first. It reaches each node once, so that it ends even in a cycle. */
final class Walk {
    private final Direction direction;
    private final BitSet isReached = new BitSet();
    private final IntList reached = new IntList();
    private int next;

    Walk(Direction direction) {
        this.direction = direction;
    }

    static Walk from(int start, Direction direction) {
        var walk = new Walk(direction);
        walk.reach(start);
        return walk;
    }

    void reach(int node) {
        if (!isReached.get(node)) {
            isReached.set(node);
            reached.add(node);
        }
    }

    boolean hasReached(int node) {
        return isReached.get(node);
    }

    /** The nodes that it reached, in the order of their distance. */
    IntList reached() {
        return reached;
    }

    /** The number of reached nodes whose edges it has not seen yet. */
    int pending() {
        return reached.size() - next;
    }

    /** Expands at most this many pending nodes, and shows each edge that it sees. */
    void advance(Edges edges, int nodes, Edges.Visitor seen) throws SQLException {
        int from = next;
        next += Math.min(nodes, pending());
        edges.visit(reached, from, next, direction, (near, far, kind) -> {
            reach(far);
            seen.visit(near, far, kind);
        });
    }
}
