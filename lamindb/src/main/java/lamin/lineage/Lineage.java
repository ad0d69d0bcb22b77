package lamin.lineage;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import lamin.instance.Database;

/**
 * The graph around a node, without the names of its nodes. It may have cycles, if another program wrote them. Its lists
 * are views of a compact representation: a million nodes take some 100 MB.
 */
public final class Lineage {
    private final Numbering nodes;
    private final IntList up;
    private final IntList down;
    private final IntList all = new IntList();
    private final EdgeList edges;
    private final int[] places;

    Lineage(Numbering nodes, Walk up, Walk down, EdgeList edges) {
        this.nodes = nodes;
        this.places = new int[nodes.size()];
        this.up = up.reached();
        this.down = down.reached();
        this.edges = edges;
        collect();
    }

    /** Reads the part that a query asks for. */
    public static Lineage read(Database database, LineageQuery query) {
        return database.read(connection -> new LineageReader(connection, query).read());
    }

    /** Reads the rows of some of its nodes, in this order. Those that were deleted meanwhile are left out. */
    public static List<LineageNode> describe(Database database, List<NodeId> nodes) {
        return database.read(connection -> NodeReader.read(connection, nodes));
    }

    private void collect() {
        var known = new BitSet(nodes.size());
        for (var list : List.of(up, down)) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), known);
            }
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            collect(edges.dataset(edge), known);
            collect(edges.run(edge), known);
        }
    }

    private void collect(int node, BitSet known) {
        if (!known.get(node)) {
            known.set(node);
            places[node] = all.size();
            all.add(node);
        }
    }

    /** The node around which it is. */
    public NodeId start() {
        return id(up.get(0));
    }

    /** All nodes: the start, what it was made from, what was made from it, then others; the nearest first. */
    public List<NodeId> nodes() {
        return list(all.size(), i -> id(all.get(i)));
    }

    /** What the start was made from, and the runs that did it, the nearest first. */
    public List<NodeId> upstream() {
        return list(up.size() - 1, i -> id(up.get(i + 1)));
    }

    /** What was made from the start, and the runs that did it, the nearest first. */
    public List<NodeId> downstream() {
        return list(down.size() - 1, i -> id(down.get(i + 1)));
    }

    /** All edges, those near the start first. */
    public List<LineageEdge> edges() {
        return list(
                edges.size(),
                edge -> new LineageEdge(id(edges.source(edge)), id(edges.target(edge)), edges.kind(edge)));
    }

    /** The place in {@link #nodes()} of the source of the edge with this place in {@link #edges()}. */
    public int source(int edge) {
        return places[edges.source(edge)];
    }

    /** The place in {@link #nodes()} of its target. */
    public int target(int edge) {
        return places[edges.target(edge)];
    }

    private NodeId id(int node) {
        return NodeId.of(nodes.code(node));
    }

    private static <T> List<T> list(int size, IntFunction<T> elements) {
        return new View<>(size, elements);
    }

    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> elements;

        View(int size, IntFunction<T> elements) {
            this.size = size;
            this.elements = elements;
        }

        @Override
        public T get(int index) {
            return elements.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
