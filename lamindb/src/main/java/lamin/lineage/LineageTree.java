package lamin.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamin.instance.Database;

/**
 * A lineage as an indented tree for a terminal: first what the start was made from, then what was made from it. It shows the
 * nearest nodes of each, and says how many it leaves out.
 */
public final class LineageTree {
    /** The number of nodes shown in each direction. */
    private static final int MOST_NODES = 40;

    /** The number of levels shown in each direction: farther to the right it would not fit. */
    private static final int MOST_LEVELS = 16;

    private final Lineage lineage;
    private final Map<NodeId, LineageNode> described = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final int width;

    private LineageTree(Database database, Lineage lineage, int width) {
        this.lineage = lineage;
        this.width = width;
        var shown = Stream.of(List.of(lineage.start()), nearest(lineage.upstream()), nearest(lineage.downstream()))
                .flatMap(List::stream)
                .distinct()
                .toList();
        Lineage.describe(database, shown).forEach(node -> described.put(node.id(), node));
        add("", lineage.start(), "");
        addSection("upstream", lineage.upstream(), Direction.UP);
        addSection("downstream", lineage.downstream(), Direction.DOWN);
    }

    /** The lines of the tree, none of which is wider than this. */
    public static List<String> lines(Database database, Lineage lineage, int width) {
        return List.copyOf(new LineageTree(database, lineage, width).lines);
    }

    private static List<NodeId> nearest(List<NodeId> nodes) {
        return nodes.subList(0, Math.min(MOST_NODES, nodes.size()));
    }

    private void addSection(String title, List<NodeId> nodes, Direction direction) {
        if (!nodes.isEmpty()) {
            lines.add("");
            lines.add(title + ": " + NodeText.counts(nodes));
            new Branches(direction, nearest(nodes)).addFrom(lineage.start(), "", 0);
        }
    }

    private void add(String indent, NodeId id, String remark) {
        var node = described.get(id);
        if (node != null) {
            var details = remark.isEmpty() ? Stream.of(node.uid(), NodeText.facts(node)) : Stream.of(remark);
            var text = String.join(
                    "  ", details.filter(detail -> !detail.isEmpty()).toList());
            int room = Math.max(12, width - indent.length() - text.length() - 2);
            lines.add(indent + shortened(node.name(), room) + "  " + text);
        }
    }

    /** The end of a key says more than its folders. */
    private static String shortened(String name, int room) {
        return name.length() <= room ? name : "…" + name.substring(name.length() - room + 1);
    }

    /** One direction. */
    private final class Branches {
        private final Map<NodeId, List<NodeId>> next = new HashMap<>();
        private final Map<NodeId, Integer> leftOut = new HashMap<>();
        private final Set<NodeId> added = new HashSet<>();

        Branches(Direction direction, List<NodeId> shown) {
            shown.forEach(node -> next.put(node, new ArrayList<>()));
            next.put(lineage.start(), new ArrayList<>());
            for (var edge : lineage.edges()) {
                boolean isUp = direction == Direction.UP;
                collect(isUp ? edge.target() : edge.source(), isUp ? edge.source() : edge.target());
            }
        }

        private void collect(NodeId near, NodeId far) {
            var own = next.get(near);
            if (own == null) {
                return;
            }
            if (next.containsKey(far) && described.containsKey(far)) {
                own.add(far);
            } else {
                leftOut.merge(near, 1, Integer::sum);
            }
        }

        void addFrom(NodeId node, String indent, int level) {
            var children = next.getOrDefault(node, List.of());
            int hidden = leftOut.getOrDefault(node, 0);
            if (level == MOST_LEVELS) {
                hidden += children.size();
                children = List.of();
            }
            for (int i = 0; i < children.size(); i++) {
                addBranch(children.get(i), indent, i == children.size() - 1 && hidden == 0, level);
            }
            if (hidden > 0) {
                lines.add(indent + "└─ … " + hidden + " more");
            }
        }

        private void addBranch(NodeId node, String indent, boolean isLast, int level) {
            var sign = indent + (isLast ? "└─ " : "├─ ");
            if (node.equals(lineage.start()) || !added.add(node)) {
                add(sign, node, "(see above)");
            } else {
                add(sign, node, "");
                addFrom(node, indent + (isLast ? "   " : "│  "), level + 1);
            }
        }
    }
}
