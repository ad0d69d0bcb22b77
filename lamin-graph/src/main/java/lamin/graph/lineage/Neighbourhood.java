package lamin.graph.lineage;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The nodes near the one in question, and on which side of it the others are. */
final class Neighbourhood {
    /** Of the inputs or outputs of one run, or the runs at one dataset, a large lineage shows at most this many. */
    private static final int MOST_NEIGHBOURS = 8;

    private static final int MOST_SIBLINGS = 3;
    private static final int START = 0;

    private final Neighbours sources;
    private final Neighbours targets;
    private final BitSet upstream;
    private final BitSet downstream;
    private final BitSet shown = new BitSet();
    private final int mostBoxes;

    Neighbourhood(LineageData lineage, int mostBoxes) {
        this.mostBoxes = mostBoxes;
        this.sources = Neighbours.sources(lineage);
        this.targets = Neighbours.targets(lineage);
        this.upstream = sources.reachable(START);
        this.downstream = targets.reachable(START);
        if (lineage.nodeCount() <= mostBoxes) {
            shown.set(0, lineage.nodeCount());
        } else {
            chooseNearest();
        }
    }

    /** The numbers of the nodes to show. */
    List<Integer> shown() {
        return shown.stream().boxed().toList();
    }

    boolean shows(int node) {
        return shown.get(node);
    }

    /** Whether the start was made from it. */
    boolean isUpstream(int node) {
        return upstream.get(node);
    }

    /** Whether it was made from the start. */
    boolean isDownstream(int node) {
        return downstream.get(node);
    }

    /** The number of nodes with an arrow to it that are not shown. */
    long hiddenSources(int node) {
        return sources.of(node).filter(other -> !shown.get(other)).count();
    }

    /** The number of nodes with an arrow from it that are not shown. */
    long hiddenTargets(int node) {
        return targets.of(node).filter(other -> !shown.get(other)).count();
    }

    /** Half of the boxes at most go upstream; room that one direction does not need goes to the other one. */
    private void chooseNearest() {
        shown.set(START);
        choose(sources, upstream, 1 + (mostBoxes - 1) / 2);
        choose(targets, downstream, mostBoxes);
        choose(sources, upstream, mostBoxes);
        shown().forEach(this::addSiblings);
    }

    private void choose(Neighbours neighbours, BitSet side, int most) {
        var queue = new ArrayDeque<>(List.of(START));
        var seen = new BitSet();
        while (!queue.isEmpty() && shown.cardinality() < most) {
            for (int next : nearest(neighbours.of(queue.remove()).filter(node -> side.get(node) && !seen.get(node)))) {
                if (shown.get(next) || shown.cardinality() < most) {
                    shown.set(next);
                    seen.set(next);
                    queue.add(next);
                }
            }
        }
    }

    private static int[] nearest(IntStream nodes) {
        return nodes.limit(MOST_NEIGHBOURS).toArray();
    }

    /** In the remaining room, what else the runs read and made. */
    private void addSiblings(int node) {
        for (var neighbours : List.of(sources, targets)) {
            neighbours
                    .of(node)
                    .filter(other -> !upstream.get(other) && !downstream.get(other) && !shown.get(other))
                    .limit(Math.min(MOST_SIBLINGS, mostBoxes - shown.cardinality()))
                    .forEach(shown::set);
        }
    }
}
