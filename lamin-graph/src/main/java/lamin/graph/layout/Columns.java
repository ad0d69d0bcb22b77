package lamin.graph.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Picture;

/**
 * The column of each box, counted from the left: group by group, with no line between boxes of one column, no column
 * higher than a bound except for a single box, and lines as short as possible. It replaces the layout library's own
 * partitions, which differ from run to run.
 */
final class Columns {
    private static final double GAP = 24;
    private static final int ROUNDS = 3;

    private final Map<String, PlacedBox> shapes;
    private final double bound;
    private final List<Edge> edges;
    private final Map<String, Integer> columns = new TreeMap<>();
    private final Map<Integer, Double> heights = new HashMap<>();

    private Columns(Picture picture, Map<String, PlacedBox> shapes, double bound) {
        this.shapes = shapes;
        this.bound = bound;
        this.edges = picture.edges().stream().filter(edge -> !edge.isLoop()).toList();
    }

    static Map<String, Integer> of(Picture picture, Map<String, PlacedBox> shapes, double bound) {
        var columns = new Columns(picture, shapes, bound);
        var parts = columns.parts(picture);
        int first = 0;
        for (var boxes : parts) {
            first = columns.fill(boxes, first);
        }
        for (int round = 0; round < ROUNDS; round++) {
            parts.forEach(columns::shorten);
        }
        return columns.columns;
    }

    /** The boxes that have columns of their own. */
    private List<List<String>> parts(Picture picture) {
        return picture.isByGroup()
                ? Bands.order(picture).stream().map(this::boxesOf).toList()
                : List.of(shapes.keySet().stream().sorted().toList());
    }

    private List<String> boxesOf(String group) {
        return shapes.values().stream()
                .filter(shape -> shape.box().group().equals(group))
                .map(shape -> shape.box().id())
                .sorted()
                .toList();
    }

    /**
     * Puts each box to the right of those that reference it, as far left as there is room; returns the first free
     * column.
     */
    private int fill(List<String> boxes, int first) {
        var order = Succession.of(boxes, edges);
        for (var box : order) {
            var after = order.subList(0, order.indexOf(box)).stream()
                    .filter(other -> areConnected(other, box))
                    .mapToInt(other -> column(other) + 1)
                    .max()
                    .orElse(first);
            var column = after;
            while (!hasRoom(column, box)) {
                column++;
            }
            put(box, column);
        }
        return boxes.stream().mapToInt(box -> column(box) + 1).max().orElse(first);
    }

    /**
     * Moves boxes within their group to where their lines are shorter, without changing their left-to-right relations.
     */
    private void shorten(List<String> boxes) {
        var first = boxes.stream().mapToInt(this::column).min().orElse(0);
        var last = boxes.stream().mapToInt(this::column).max().orElse(0);
        for (var box : boxes) {
            var before = column(box);
            heights.merge(before, -height(box), Double::sum);
            var neighbours = neighbours(box);
            var own = neighbours.stream()
                    .filter(boxes::contains)
                    .map(this::column)
                    .toList();
            var low = own.stream()
                    .filter(column -> column < before)
                    .mapToInt(column -> column + 1)
                    .max()
                    .orElse(first);
            var high = own.stream()
                    .filter(column -> column > before)
                    .mapToInt(column -> column - 1)
                    .min()
                    .orElse(last);
            int best = before;
            for (int column = low; column <= high; column++) {
                if (hasRoom(column, box) && length(neighbours, column) < length(neighbours, best)) {
                    best = column;
                }
            }
            put(box, best);
        }
    }

    private int length(Collection<String> neighbours, int column) {
        return neighbours.stream()
                .mapToInt(neighbour -> Math.abs(column(neighbour) - column))
                .sum();
    }

    private List<String> neighbours(String box) {
        List<String> neighbours = new ArrayList<>();
        for (var edge : edges) {
            if (edge.from().box().equals(box)) {
                neighbours.add(edge.to().box());
            } else if (edge.to().box().equals(box)) {
                neighbours.add(edge.from().box());
            }
        }
        return neighbours;
    }

    private boolean areConnected(String one, String other) {
        return neighbours(one).contains(other);
    }

    private boolean hasRoom(int column, String box) {
        var taken = heights.getOrDefault(column, 0.0);
        return taken < 1 || taken + height(box) <= bound;
    }

    private void put(String box, int column) {
        columns.put(box, column);
        heights.merge(column, height(box), Double::sum);
    }

    private int column(String box) {
        return Objects.requireNonNull(columns.get(box));
    }

    private double height(String box) {
        return Objects.requireNonNull(shapes.get(box)).height() + GAP;
    }

    /**
     * An order with few backward edges: boxes with many outgoing edges come early, those with many incoming edges late.
     */
    private static final class Succession {
        private final List<String> left;
        private final List<Edge> edges;

        private Succession(List<String> boxes, List<Edge> edges) {
            this.left = new ArrayList<>(boxes);
            this.edges = edges;
        }

        /**
         * Repeatedly moves sinks to the end and sources to the start; in cycles it moves the box with the most outgoing
         * edges to the start.
         */
        static List<String> of(List<String> boxes, List<Edge> edges) {
            var succession = new Succession(boxes, edges);
            List<String> start = new ArrayList<>();
            List<String> end = new ArrayList<>();
            while (!succession.left.isEmpty()) {
                var sink = succession.left.stream()
                        .filter(box -> succession.outgoing(box) == 0)
                        .findFirst();
                var next = sink.orElseGet(succession::mostOutgoing);
                (sink.isPresent() ? end : start).add(next);
                succession.left.remove(next);
            }
            start.addAll(end.reversed());
            return start;
        }

        private String mostOutgoing() {
            return left.stream()
                    .min(Comparator.comparingLong((String box) -> Math.min(1, incoming(box)))
                            .thenComparingLong(box -> incoming(box) - outgoing(box)))
                    .orElseThrow();
        }

        private long outgoing(String box) {
            return edges.stream()
                    .filter(edge -> edge.from().box().equals(box)
                            && left.contains(edge.to().box()))
                    .count();
        }

        private long incoming(String box) {
            return edges.stream()
                    .filter(edge -> edge.to().box().equals(box)
                            && left.contains(edge.from().box()))
                    .count();
        }
    }
}
