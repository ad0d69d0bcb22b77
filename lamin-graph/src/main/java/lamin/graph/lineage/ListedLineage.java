package lamin.graph.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A lineage whose nodes and arrows are in lists. */
final class ListedLineage implements LineageData {
    private final List<Node> nodes;
    private final List<Arrow> arrows;
    private final Map<String, Integer> numbers = new HashMap<>();

    ListedLineage(List<Node> nodes, List<Arrow> arrows) {
        this.nodes = List.copyOf(nodes);
        this.arrows = List.copyOf(arrows);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a lineage has at least the node in question");
        }
        this.nodes.forEach(node -> numbers.put(node.id(), numbers.size()));
    }

    @Override
    public int nodeCount() {
        return nodes.size();
    }

    @Override
    public int arrowCount() {
        return arrows.size();
    }

    @Override
    public Kind kind(int node) {
        return nodes.get(node).kind();
    }

    @Override
    public int from(int arrow) {
        return Objects.requireNonNull(numbers.get(arrows.get(arrow).from()));
    }

    @Override
    public int to(int arrow) {
        return Objects.requireNonNull(numbers.get(arrows.get(arrow).to()));
    }

    @Override
    public Role role(int arrow) {
        return arrows.get(arrow).role();
    }

    @Override
    public List<Node> describe(List<Integer> wanted) {
        return wanted.stream().map(nodes::get).toList();
    }
}
