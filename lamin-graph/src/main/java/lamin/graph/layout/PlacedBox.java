package lamin.graph.layout;

import java.util.List;
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge.End;

/** A box with its position and its texts. */
public record PlacedBox(Box box, double x, double y, double width, double height, List<Text> texts) {
    static final double HEADER = 32;
    static final double ROW = 15;
    static final double FOOT = 4;

    public PlacedBox {
        texts = List.copyOf(texts);
    }

    PlacedBox moved(double dx, double dy) {
        return new PlacedBox(
                box,
                x + dx,
                y + dy,
                width,
                height,
                texts.stream().map(text -> text.moved(dx, dy)).toList());
    }

    public double headerHeight() {
        return HEADER;
    }

    public double rowHeight() {
        return ROW;
    }

    /** The upper edge of a row. */
    public double rowTop(int row) {
        return y + HEADER + row * ROW;
    }

    /** The height at which a line touches the row, or the title. */
    public double rowMiddle(int row) {
        return row == End.TITLE ? y + HEADER / 2 : rowTop(row) + Math.floor(ROW / 2);
    }

    boolean overlaps(PlacedBox other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
}
