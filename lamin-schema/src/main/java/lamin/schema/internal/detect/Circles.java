package lamin.schema.internal.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Groups nodes that reach each other (strongly connected components, Tarjan's algorithm). Each group comes after the
 * groups that it leads to. Linear in nodes and edges, and not recursive, because chains of foreign keys can be long.
 */
final class Circles<N> {
    private final Function<N, ? extends Collection<N>> edges;
    private final Map<N, Integer> numbers = new HashMap<>();
    private final Map<N, Integer> lowest = new HashMap<>();
    private final Deque<N> open = new ArrayDeque<>();
    private final List<List<N>> groups = new ArrayList<>();

    private Circles(Function<N, ? extends Collection<N>> edges) {
        this.edges = edges;
    }

    /** A group of one is not a cycle, unless the node leads to itself. */
    static <N> List<List<N>> groups(Collection<N> nodes, Function<N, ? extends Collection<N>> edges) {
        var circles = new Circles<N>(edges);
        nodes.stream().filter(node -> !circles.numbers.containsKey(node)).forEach(circles::walk);
        return circles.groups;
    }

    private record Step<N>(N node, Iterator<N> next) {}

    private void walk(N start) {
        var path = new ArrayDeque<Step<N>>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            var step = path.element();
            if (!step.next().hasNext()) {
                path.pop();
                leave(step.node());
                if (!path.isEmpty()) {
                    lower(path.element().node(), step.node());
                }
                continue;
            }
            var next = step.next().next();
            if (!numbers.containsKey(next)) {
                path.push(enter(next));
            } else {
                lower(step.node(), next);
            }
        }
    }

    private Step<N> enter(N node) {
        numbers.put(node, numbers.size());
        lowest.put(node, numbers.size() - 1);
        open.push(node);
        return new Step<>(node, List.<N>copyOf(edges.apply(node)).iterator());
    }

    /**
     * Everything that {@code next} reaches, {@code node} reaches too. Nodes of finished groups are no longer in
     * {@code lowest}.
     */
    private void lower(N node, N next) {
        var reached = lowest.get(next);
        if (reached != null) {
            lowest.merge(node, reached, Math::min);
        }
    }

    private void leave(N node) {
        if (!Objects.equals(lowest.get(node), numbers.get(node))) {
            return;
        }
        var group = new ArrayList<N>();
        N member;
        do {
            member = open.pop();
            lowest.remove(member);
            group.add(member);
        } while (!member.equals(node));
        groups.add(group.reversed());
    }
}
