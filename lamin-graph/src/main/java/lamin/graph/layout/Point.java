package lamin.graph.layout;

/** A point of the picture, in pixels from the upper left corner. */
public record Point(double x, double y) {
    Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
