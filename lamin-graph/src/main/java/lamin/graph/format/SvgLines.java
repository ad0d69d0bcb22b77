package lamin.graph.format;

import java.util.List;
import lamin.graph.layout.Point;
import lamin.graph.layout.Route;
import lamin.graph.picture.Edge.Ending;

/** Draws the lines of a picture with rounded corners and, at their ends, crow's feet or arrows. */
final class SvgLines {
    private static final double CORNER = 5;

    private final Palette palette;
    private final Markup svg;

    SvgLines(Palette palette, Markup svg) {
        this.palette = palette;
        this.svg = svg;
    }

    /** Each line is drawn on a wider white one, so that crossings are distinguishable from bends. */
    void draw(List<Route> routes) {
        svg.open("g", "fill", "none", "stroke-linecap", "round");
        routes.forEach(route -> path(route, "stroke", "#ffffff", "stroke-width", 3.2, "stroke-opacity", 0.7));
        for (var route : routes) {
            var colour = palette.of(route.edge().group()).line();
            svg.open("g", "stroke", colour, "stroke-width", route.edge().thin() ? 0.9 : 1.1);
            svg.leaf("title", route.edge().name());
            path(route);
            end(route.start(), route.points().get(1), route.edge().from().ending());
            end(
                    route.end(),
                    route.points().get(route.points().size() - 2),
                    route.edge().to().ending());
            route.junctions().forEach(at -> dot(at, colour));
            svg.close("g");
        }
        svg.close("g");
    }

    private void path(Route route, Object... attributes) {
        var all = new Object[attributes.length + 2];
        all[0] = "d";
        all[1] = rounded(route.points());
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        svg.empty("path", all);
    }

    private static String rounded(List<Point> points) {
        var path = new StringBuilder("M").append(at(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            var corner = points.get(i);
            path.append('L').append(at(towards(corner, points.get(i - 1))));
            path.append('Q').append(at(corner)).append(' ').append(at(towards(corner, points.get(i + 1))));
        }
        return path.append('L').append(at(points.getLast())).toString();
    }

    private static Point towards(Point corner, Point other) {
        var dx = other.x() - corner.x();
        var dy = other.y() - corner.y();
        var length = Math.max(Math.hypot(dx, dy), 0.001);
        var step = Math.min(CORNER, length / 2) / length;
        return new Point(corner.x() + dx * step, corner.y() + dy * step);
    }

    private static String at(Point point) {
        return Markup.number(point.x()) + " " + Markup.number(point.y());
    }

    private void dot(Point at, String colour) {
        svg.empty("circle", "cx", at.x(), "cy", at.y(), "r", 1.9, "fill", colour, "stroke", "none");
    }

    private void end(Point at, Point next, Ending ending) {
        mark(svg, at, next.x() < at.x() ? -1 : 1, ending);
    }

    /** The sign at the end of a line that leaves a box to the right (1) or to the left (-1). */
    static void mark(Markup svg, Point at, int side, Ending ending) {
        var x = at.x();
        var y = at.y();
        switch (ending) {
            case PLAIN -> {}
            case ARROW -> svg.empty("path", "d", stroke(x + 9 * side, y - 4, x, y) + stroke(x, y, x + 9 * side, y + 4));
            case MANY ->
                svg.empty("path", "d", stroke(x, y - 4.5, x + 10 * side, y) + stroke(x + 10 * side, y, x, y + 4.5));
            case ONE -> svg.empty("path", "d", bar(x + 5 * side, y) + bar(x + 8 * side, y));
            case ZERO_OR_ONE -> {
                svg.empty("path", "d", bar(x + 5 * side, y));
                svg.empty("circle", "cx", x + 10.5 * side, "cy", y, "r", 2.6, "fill", "#ffffff");
            }
        }
    }

    private static String bar(double x, double y) {
        return stroke(x, y - 4, x, y + 4);
    }

    private static String stroke(double x1, double y1, double x2, double y2) {
        return "M" + at(new Point(x1, y1)) + "L" + at(new Point(x2, y2));
    }
}
