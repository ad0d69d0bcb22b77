package lamin.lineage;

import java.sql.SQLException;

/** Finds edges by the node at one of their ends. Nodes are numbers of a {@link Numbering}. */
interface Edges {
    /** Receives an edge that was found. */
    @FunctionalInterface
    interface Visitor {
        /**
         * An edge was found.
         *
         * @param near the node from which it was found
         * @param far the node at its other end
         */
        void visit(int near, int far, EdgeKind kind);
    }

    /** Visits the edges that lead in a direction from these nodes. */
    void visit(IntList nodes, int from, int to, Direction direction, Visitor visitor) throws SQLException;

    /** The same for all nodes of a list. */
    default void visit(IntList nodes, Direction direction, Visitor visitor) throws SQLException {
        visit(nodes, 0, nodes.size(), direction, visitor);
    }
}
