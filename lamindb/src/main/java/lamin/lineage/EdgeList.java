package lamin.lineage;

import java.util.BitSet;
import java.util.List;

/** Edges between numbered nodes. */
final class EdgeList {
    private static final List<EdgeKind> KINDS = List.of(EdgeKind.values());

    private final IntList sources = new IntList();
    private final IntList targets = new IntList();
    private final IntList kinds = new IntList();

    void add(int dataset, int run, EdgeKind kind) {
        sources.add(kind.isInput() ? dataset : run);
        targets.add(kind.isInput() ? run : dataset);
        kinds.add(kind.code());
    }

    int size() {
        return kinds.size();
    }

    EdgeKind kind(int edge) {
        return KINDS.get(kinds.get(edge));
    }

    /** The node that the arrow leaves. */
    int source(int edge) {
        return sources.get(edge);
    }

    /** The node that the arrow points to. */
    int target(int edge) {
        return targets.get(edge);
    }

    int dataset(int edge) {
        return kind(edge).isInput() ? source(edge) : target(edge);
    }

    int run(int edge) {
        return kind(edge).isInput() ? target(edge) : source(edge);
    }

    /** The edges that lead from each node in a direction. */
    Adjacency adjacency(int nodes, Direction direction) {
        return new Adjacency(nodes, size(), direction == Direction.UP ? this::target : this::source);
    }

    /** The first of the edges between each dataset and run, in the same order. */
    EdgeList distinct(int nodes) {
        var repeated = repeated(nodes);
        if (repeated.isEmpty()) {
            return this;
        }
        var distinct = new EdgeList();
        for (int edge = repeated.nextClearBit(0); edge < size(); edge = repeated.nextClearBit(edge + 1)) {
            distinct.add(dataset(edge), run(edge), kind(edge));
        }
        return distinct;
    }

    private BitSet repeated(int nodes) {
        var repeated = new BitSet();
        var byRun = new Adjacency(nodes, size(), this::run);
        var runOfDataset = new int[nodes];
        for (int run = 0; run < nodes; run++) {
            for (int place = byRun.start(run); place < byRun.end(run); place++) {
                int edge = byRun.edge(place);
                if (runOfDataset[dataset(edge)] == run + 1) {
                    repeated.set(edge);
                }
                runOfDataset[dataset(edge)] = run + 1;
            }
        }
        return repeated;
    }
}
