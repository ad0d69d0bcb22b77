package lamin.graph.layout;

import java.util.List;
import lamin.graph.picture.Picture;

/**
 * A picture with a position for everything. Boxes do not overlap, each route ends at the side of its box at the height
 * of its row, and no text is wider than its box. Equal pictures give equal layouts.
 */
public record Layout(
        Picture picture, double width, double height, List<Band> bands, List<PlacedBox> boxes, List<Route> routes) {
    public Layout {
        bands = List.copyOf(bands);
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    public static Layout of(Picture picture) {
        return Placement.best(picture);
    }
}
