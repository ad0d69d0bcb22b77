package lamin.graph.layout;

import java.util.List;
import lamin.graph.picture.Edge;

/**
 * An edge with its corners, from the side of one box to the side of the other, and the junctions with lines to the same
 * row.
 */
public record Route(Edge edge, List<Point> points, List<Point> junctions) {
    public Route {
        points = List.copyOf(points);
        junctions = List.copyOf(junctions);
    }

    Route moved(double dx, double dy) {
        return new Route(
                edge,
                points.stream().map(point -> point.plus(dx, dy)).toList(),
                junctions.stream().map(point -> point.plus(dx, dy)).toList());
    }

    public Point start() {
        return points.getFirst();
    }

    public Point end() {
        return points.getLast();
    }
}
