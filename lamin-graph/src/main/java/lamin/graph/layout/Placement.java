package lamin.graph.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Picture;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * One placement of a picture by the layered algorithm, which is given the columns and determines the vertical order and
 * the routes of lines. Each line leaves its row on the side that faces its other end.
 */
final class Placement {
    private static final double PAGE_RATIO = 1.6;
    private static final double ROOM_FOR_LINES = 1.15;
    /** The width in one row from which on a picture along the arrows is broken into several rows. */
    private static final double WIDEST = 1_500;

    private static final double BETWEEN_COLUMNS = 36.0;
    private static final double BETWEEN_BOXES = 20.0;

    /** Keeps boxes in their order where that makes no more crossings. */
    private static final double WEAK = 0.001;

    private static final int FEWEST_COLUMNS = 3;
    private static final int MOST_COLUMNS = 10;

    /** The distance of columns before placement; wider than any box, so that columns can be distinguished. */
    private static final double APART = 100_000;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Picture picture;
    private final Map<String, PlacedBox> shapes;
    private final Map<String, Integer> columns;
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<Edge, ElkEdge> lines = new LinkedHashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();

    private Placement(Picture picture, Map<String, PlacedBox> shapes, Map<String, Integer> columns) {
        this.picture = picture;
        this.shapes = shapes;
        this.columns = columns;
    }

    static Layout best(Picture picture) {
        Map<String, PlacedBox> shapes = new LinkedHashMap<>();
        picture.boxes().forEach(box -> shapes.put(box.id(), BoxShape.of(box, picture)));
        return picture.isByGroup() ? bestOfSeveral(picture, shapes) : alongArrows(picture, shapes);
    }

    /** Each box in the column after those from which arrows lead to it; wide pictures are broken into several rows. */
    private static Layout alongArrows(Picture picture, Map<String, PlacedBox> shapes) {
        return new Placement(picture, shapes, Columns.of(picture, shapes, Double.MAX_VALUE)).layout();
    }

    /** The best of several placements, with few and with many columns, for the format of a page. */
    private static Layout bestOfSeveral(Picture picture, Map<String, PlacedBox> shapes) {
        var height = shapes.values().stream().mapToDouble(PlacedBox::height).sum() * ROOM_FOR_LINES;
        return IntStream.rangeClosed(FEWEST_COLUMNS, MOST_COLUMNS)
                .mapToObj(count -> Columns.of(picture, shapes, height / count))
                .distinct()
                .map(columns -> new Placement(picture, shapes, columns).layout())
                .min(Comparator.comparingDouble(Placement::badness))
                .orElseThrow();
    }

    /** The factor by which the picture must shrink to fit the page. */
    private static double badness(Layout layout) {
        return Math.max(layout.width() / PAGE_RATIO, layout.height());
    }

    private Layout layout() {
        var graph = graph();
        picture.boxes().forEach(box -> nodes.put(box.id(), node(graph, box.id())));
        picture.edges().forEach(edge -> lines.put(edge, line(edge)));
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return read();
    }

    private ElkNode graph() {
        var graph = ElkGraphUtil.createGraph();
        if (!picture.isByGroup()) {
            graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
            graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_CROSSING_COUNTER_NODE_INFLUENCE, WEAK);
        }
        if (!picture.isByGroup() && width() > WIDEST) {
            graph.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
            graph.setProperty(CoreOptions.ASPECT_RATIO, ratioOfRows());
        }
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.setProperty(LayeredOptions.THOROUGHNESS, 20);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, 18.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 7.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_COLUMNS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 7.0);
        return graph;
    }

    /** Rows that are as wide as the page, however low they are. */
    private double ratioOfRows() {
        var heights = new HashMap<Integer, Double>();
        columns.forEach((box, column) -> heights.merge(column, shape(box).height() + BETWEEN_BOXES, Double::sum));
        var highest =
                heights.values().stream().mapToDouble(height -> height).max().orElse(0);
        var rows = Math.ceil(width() / WIDEST);
        return Math.max(PAGE_RATIO, WIDEST / (rows * (highest + BETWEEN_COLUMNS)));
    }

    /** About the width of a single row. */
    private double width() {
        var widths = new HashMap<Integer, Double>();
        columns.forEach((box, column) -> widths.merge(column, shape(box).width(), Math::max));
        return widths.values().stream()
                .mapToDouble(width -> width + BETWEEN_COLUMNS)
                .sum();
    }

    private ElkNode node(ElkNode graph, String box) {
        var shape = shape(box);
        var node = ElkGraphUtil.createNode(graph);
        node.setDimensions(shape.width(), shape.height());
        node.setX(column(box) * APART);
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        return node;
    }

    private ElkEdge line(Edge edge) {
        var forwards = !runsLeft(edge);
        var from = port(edge.from(), forwards || edge.isLoop() ? PortSide.EAST : PortSide.WEST);
        var to = port(edge.to(), forwards && !edge.isLoop() ? PortSide.WEST : PortSide.EAST);
        return forwards ? ElkGraphUtil.createSimpleEdge(from, to) : ElkGraphUtil.createSimpleEdge(to, from);
    }

    /** The library gets every edge from left to right, so that it never needs to reverse one. */
    private boolean runsLeft(Edge edge) {
        return column(edge.from().box()) > column(edge.to().box());
    }

    private ElkPort port(End end, PortSide side) {
        return ports.computeIfAbsent(end.box() + "/" + end.row() + "/" + side, key -> {
            var shape = shape(end.box());
            var port = ElkGraphUtil.createPort(Objects.requireNonNull(nodes.get(end.box())));
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            port.setDimensions(0, 0);
            port.setLocation(side == PortSide.EAST ? shape.width() : 0, shape.rowMiddle(end.row()));
            return port;
        });
    }

    private PlacedBox shape(String box) {
        return Objects.requireNonNull(shapes.get(box));
    }

    private int column(String box) {
        return Objects.requireNonNull(columns.get(box));
    }

    private Layout read() {
        var boxes = new ArrayList<PlacedBox>();
        shapes.forEach((box, shape) -> {
            var node = Objects.requireNonNull(nodes.get(box));
            boxes.add(shape.moved(node.getX(), node.getY()));
        });
        var routes = new ArrayList<Route>();
        lines.forEach((edge, line) -> routes.add(new Route(edge, corners(line, edge), junctions(line))));
        return Bands.around(picture, boxes, routes);
    }

    private List<Point> corners(ElkEdge line, Edge edge) {
        var section = line.getSections().getFirst();
        var points = new ArrayList<Point>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return runsLeft(edge) ? points.reversed() : points;
    }

    private static List<Point> junctions(ElkEdge line) {
        return line.getProperty(LayeredOptions.JUNCTION_POINTS).stream()
                .map(at -> new Point(at.x, at.y))
                .toList();
    }
}
