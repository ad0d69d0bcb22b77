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
import lamin.schema.model.TableName;

/**
 * The column of each box, counted from the left: module after module, no two boxes that a line connects in one column,
 * no column higher than a bound unless by a single box, and lines as short as that allows. It takes the place of the
 * layout library's own partitions, which come out in another order each time.
 */
final class Columns {
    private static final double GAP = 24;
    private static final int ROUNDS = 3;

    private final Map<TableName, PlacedBox> shapes;
    private final double bound;
    private final List<Edge> edges;
    private final Map<TableName, Integer> columns = new TreeMap<>();
    private final Map<Integer, Double> heights = new HashMap<>();

    private Columns(Picture picture, Map<TableName, PlacedBox> shapes, double bound) {
        this.shapes = shapes;
        this.bound = bound;
        this.edges = picture.edges().stream().filter(edge -> !edge.isLoop()).toList();
    }

    static Map<TableName, Integer> of(Picture picture, Map<TableName, PlacedBox> shapes, double bound) {
        var columns = new Columns(picture, shapes, bound);
        int first = 0;
        for (var module : Bands.order(picture)) {
            first = columns.fill(columns.tablesOf(module), first);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Bands.order(picture).forEach(module -> columns.shorten(columns.tablesOf(module)));
        }
        return columns.columns;
    }

    private List<TableName> tablesOf(String module) {
        return shapes.values().stream()
                .filter(shape -> shape.box().module().equals(module))
                .map(shape -> shape.box().table())
                .sorted()
                .toList();
    }

    /** Puts each box right of those that point to it, as far left as there is room; yields the first free column. */
    private int fill(List<TableName> tables, int first) {
        var order = Succession.of(tables, edges);
        for (var table : order) {
            var after = order.subList(0, order.indexOf(table)).stream()
                    .filter(other -> areConnected(other, table))
                    .mapToInt(other -> column(other) + 1)
                    .max()
                    .orElse(first);
            var column = after;
            while (!hasRoom(column, table)) {
                column++;
            }
            put(table, column);
        }
        return tables.stream().mapToInt(table -> column(table) + 1).max().orElse(first);
    }

    /** Moves boxes within their module to where their lines are shorter, without changing who stands left of whom. */
    private void shorten(List<TableName> tables) {
        var first = tables.stream().mapToInt(this::column).min().orElse(0);
        var last = tables.stream().mapToInt(this::column).max().orElse(0);
        for (var table : tables) {
            var before = column(table);
            heights.merge(before, -height(table), Double::sum);
            var neighbours = neighbours(table);
            var own = neighbours.stream()
                    .filter(tables::contains)
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
                if (hasRoom(column, table) && length(neighbours, column) < length(neighbours, best)) {
                    best = column;
                }
            }
            put(table, best);
        }
    }

    private int length(Collection<TableName> neighbours, int column) {
        return neighbours.stream()
                .mapToInt(neighbour -> Math.abs(column(neighbour) - column))
                .sum();
    }

    private List<TableName> neighbours(TableName table) {
        List<TableName> neighbours = new ArrayList<>();
        for (var edge : edges) {
            if (edge.from().table().equals(table)) {
                neighbours.add(edge.to().table());
            } else if (edge.to().table().equals(table)) {
                neighbours.add(edge.from().table());
            }
        }
        return neighbours;
    }

    private boolean areConnected(TableName one, TableName other) {
        return neighbours(one).contains(other);
    }

    private boolean hasRoom(int column, TableName table) {
        var taken = heights.getOrDefault(column, 0.0);
        return taken < 1 || taken + height(table) <= bound;
    }

    private void put(TableName table, int column) {
        columns.put(table, column);
        heights.merge(column, height(table), Double::sum);
    }

    private int column(TableName table) {
        return Objects.requireNonNull(columns.get(table));
    }

    private double height(TableName table) {
        return Objects.requireNonNull(shapes.get(table)).height() + GAP;
    }

    /** An order in which few edges run backwards: what points to many stands early, what many point to late. */
    private static final class Succession {
        private final List<TableName> left;
        private final List<Edge> edges;

        private Succession(List<TableName> tables, List<Edge> edges) {
            this.left = new ArrayList<>(tables);
            this.edges = edges;
        }

        /** Takes sinks off the end and sources off the start, and where there are only cycles what points out most. */
        static List<TableName> of(List<TableName> tables, List<Edge> edges) {
            var succession = new Succession(tables, edges);
            List<TableName> start = new ArrayList<>();
            List<TableName> end = new ArrayList<>();
            while (!succession.left.isEmpty()) {
                var sink = succession.left.stream()
                        .filter(table -> succession.outgoing(table) == 0)
                        .findFirst();
                var next = sink.orElseGet(succession::mostOutgoing);
                (sink.isPresent() ? end : start).add(next);
                succession.left.remove(next);
            }
            start.addAll(end.reversed());
            return start;
        }

        private TableName mostOutgoing() {
            return left.stream()
                    .min(Comparator.comparingLong((TableName table) -> Math.min(1, incoming(table)))
                            .thenComparingLong(table -> incoming(table) - outgoing(table)))
                    .orElseThrow();
        }

        private long outgoing(TableName table) {
            return edges.stream()
                    .filter(edge -> edge.from().table().equals(table)
                            && left.contains(edge.to().table()))
                    .count();
        }

        private long incoming(TableName table) {
            return edges.stream()
                    .filter(edge -> edge.to().table().equals(table)
                            && left.contains(edge.from().table()))
                    .count();
        }
    }
}
