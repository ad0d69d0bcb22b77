package lamin.lineage;

/**
 * Which part of a lineage to read.
 *
 * @param up whether to follow what the start was made from
 * @param down whether to follow what was made from the start
 * @param depth the number of runs to pass in each direction
 * @param siblings whether to include the other inputs and outputs of every run, and what was made from the other outputs
 *     of the run that made the start: the graph that LaminDB's {@code view_lineage} shows
 */
public record LineageQuery(NodeId start, boolean up, boolean down, int depth, boolean siblings) {
    /** Any depth. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Everything around a node, as {@code view_lineage} shows it. */
    public static LineageQuery around(NodeId start) {
        return new LineageQuery(start, true, true, UNLIMITED, true);
    }

    /** The number of edges on the way to the farthest node. */
    long steps() {
        return 2L * depth + (start.kind() == NodeKind.RUN ? 1 : 0);
    }
}
