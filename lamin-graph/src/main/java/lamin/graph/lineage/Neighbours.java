package lamin.graph.lineage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The nodes next to each node in one direction of the arrows. */
final class Neighbours {
    private final int[] starts;
    private final int[] others;

    private Neighbours(int[] starts, int[] others) {
        this.starts = starts;
        this.others = others;
    }

    /** The nodes from which arrows lead to a node. */
    static Neighbours sources(LineageData lineage) {
        return of(lineage, lineage::to, lineage::from);
    }

    /** The nodes to which arrows lead from a node. */
    static Neighbours targets(LineageData lineage) {
        return of(lineage, lineage::from, lineage::to);
    }

    private static Neighbours of(LineageData lineage, IntUnaryOperator near, IntUnaryOperator far) {
        var starts = new int[lineage.nodeCount() + 1];
        for (int arrow = 0; arrow < lineage.arrowCount(); arrow++) {
            starts[near.applyAsInt(arrow) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = starts.clone();
        var others = new int[lineage.arrowCount()];
        for (int arrow = 0; arrow < others.length; arrow++) {
            others[next[near.applyAsInt(arrow)]++] = far.applyAsInt(arrow);
        }
        return new Neighbours(starts, others);
    }

    IntStream of(int node) {
        return IntStream.range(starts[node], starts[node + 1]).map(place -> others[place]);
    }

    /** The nodes that are reached from a node, without itself. */
    BitSet reachable(int start) {
        var reached = new BitSet();
        var queue = new int[starts.length];
        int size = 1;
        queue[0] = start;
        for (int next = 0; next < size; next++) {
            for (int place = starts[queue[next]]; place < starts[queue[next] + 1]; place++) {
                if (others[place] != start && !reached.get(others[place])) {
                    reached.set(others[place]);
                    queue[size++] = others[place];
                }
            }
        }
        return reached;
    }
}
