package lamin.lineage;

import java.util.function.IntUnaryOperator;

/** The edges at each node, in two arrays. */
public final class Adjacency {
    private final int[] starts;
    private final int[] edges;

    /** @param near the node of an edge */
    public Adjacency(int nodes, int edgeCount, IntUnaryOperator near) {
        starts = new int[nodes + 2];
        edges = new int[edgeCount];
        for (int edge = 0; edge < edgeCount; edge++) {
            starts[near.applyAsInt(edge) + 2]++;
        }
        for (int node = 2; node < starts.length; node++) {
            starts[node] += starts[node - 1];
        }
        // shifted by one place while it is filled; afterwards each start is where it belongs
        for (int edge = 0; edge < edgeCount; edge++) {
            edges[starts[near.applyAsInt(edge) + 1]++] = edge;
        }
    }

    /** The place of the first edge of a node. */
    public int start(int node) {
        return node + 1 < starts.length ? starts[node] : edges.length;
    }

    /** The place after the last edge of a node. */
    public int end(int node) {
        return node + 1 < starts.length ? starts[node + 1] : edges.length;
    }

    public int edge(int place) {
        return edges[place];
    }
}
