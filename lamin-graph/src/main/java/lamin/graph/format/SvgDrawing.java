package lamin.graph.format;

import lamin.graph.layout.Band;
import lamin.graph.layout.Layout;
import lamin.graph.layout.Lettering;
import lamin.graph.layout.PlacedBox;
import lamin.graph.layout.Text;
import lamin.graph.picture.Row;

/**
 * Draws a layout: the background of each group, then the lines, then the boxes, with a heading above and a legend
 * below.
 */
final class SvgDrawing {
    static final String INK = "#20262d";
    static final String SOFT_INK = "#68717b";
    /** Fonts available on most systems, narrow ones first. */
    static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private static final double MARGIN = 24;
    private static final double HEADING = 44;

    /** The minimum width, for the legend. */
    private static final double NARROWEST = 580;

    private final Layout layout;
    private final String fonts;
    private final Palette palette;
    private final Markup svg = new Markup();

    SvgDrawing(Layout layout, String fonts) {
        this.fonts = fonts;
        this.layout = layout;
        this.palette = new Palette(layout.picture());
        draw();
    }

    /** The drawing as XML. */
    String xml() {
        return svg.toString();
    }

    private void draw() {
        var inner = Math.max(
                layout.width(),
                Math.max(NARROWEST, Lettering.HEADING.width(layout.picture().title())));
        var legend = new Legend(layout.picture(), inner);
        var width = inner + 2 * MARGIN;
        var height = HEADING + layout.height() + legend.height() + 2 * MARGIN;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + Markup.number(width) + " " + Markup.number(height),
                "font-family",
                fonts);
        svg.leaf("title", layout.picture().title());
        svg.empty("rect", "width", width, "height", height, "fill", "#ffffff");
        svg.open("g", "transform", "translate(" + Markup.number(MARGIN) + " " + Markup.number(MARGIN) + ")");
        text(layout.picture().title(), Lettering.HEADING, INK, 0, 22, 0);
        svg.open("g", "transform", "translate(0 " + Markup.number(HEADING) + ")");
        layout.bands().forEach(this::band);
        new SvgLines(palette, svg).draw(layout.routes());
        layout.boxes().forEach(this::box);
        svg.close("g");
        svg.open("g", "transform", "translate(0 " + Markup.number(HEADING + layout.height()) + ")");
        legend.draw(svg);
        svg.close("g").close("g").close("svg");
    }

    private void band(Band band) {
        var colours = palette.of(band.group().id());
        svg.empty(
                "rect",
                "x",
                band.x(),
                "y",
                band.y(),
                "width",
                band.width(),
                "height",
                band.height(),
                "rx",
                10,
                "fill",
                colours.ground());
        var x = band.x() + 16;
        text(band.group().title(), Lettering.GROUP, colours.line(), x, band.y() + 26, 0);
        text(band.group().note(), Lettering.NOTE, SOFT_INK, x, band.y() + 40, 0);
    }

    private void box(PlacedBox placed) {
        var colours = palette.of(placed.box().group());
        svg.open("g", "id", placed.box().id());
        frame(placed, "#ffffff", "none");
        svg.empty("path", "d", head(placed), "fill", colours.head());
        for (int row = 1; row < placed.box().rows().size(); row += 2) {
            stripe(placed, row, "#f6f7f9");
        }
        for (int row = 0; row < placed.box().rows().size(); row++) {
            if (placed.box().rows().get(row).is(Row.Mark.LINK)) {
                stripe(placed, row, colours.ground());
            }
        }
        placed.texts().forEach(text -> text(text, colours));
        frame(placed, "none", colours.line());
        svg.close("g");
    }

    private void frame(PlacedBox placed, String fill, String stroke) {
        svg.empty(
                "rect",
                "x",
                placed.x(),
                "y",
                placed.y(),
                "width",
                placed.width(),
                "height",
                placed.height(),
                "rx",
                4,
                "fill",
                fill,
                "stroke",
                stroke,
                "stroke-width",
                0.8,
                "stroke-dasharray",
                placed.box().stub() ? "4 3" : "none");
    }

    /** Rounded at the top; at the bottom too if that is all there is of the box. */
    private static String head(PlacedBox placed) {
        if (placed.height() == placed.headerHeight()) {
            return "M%s %sq0-4 4-4h%sq4 0 4 4v%sq0 4-4 4h-%sq-4 0-4-4z"
                    .formatted(
                            Markup.number(placed.x()),
                            Markup.number(placed.y() + 4),
                            Markup.number(placed.width() - 8),
                            Markup.number(placed.headerHeight() - 8),
                            Markup.number(placed.width() - 8));
        }
        return "M%s %sv-%sq0-4 4-4h%sq4 0 4 4v%sz"
                .formatted(
                        Markup.number(placed.x()),
                        Markup.number(placed.y() + placed.headerHeight()),
                        Markup.number(placed.headerHeight() - 4),
                        Markup.number(placed.width() - 8),
                        Markup.number(placed.headerHeight() - 4));
    }

    private void stripe(PlacedBox placed, int row, String fill) {
        svg.empty(
                "rect",
                "x",
                placed.x(),
                "y",
                placed.rowTop(row),
                "width",
                placed.width(),
                "height",
                placed.rowHeight(),
                "fill",
                fill);
    }

    private void text(Text text, Palette.Colours colours) {
        var colour = switch (text.tone()) {
            case STRONG, NORMAL -> INK;
            case FAINT -> SOFT_INK;
            case ACCENT -> colours.line();
        };
        text(text.text(), text.lettering(), colour, text.x(), text.y(), text.endsAt() ? text.width() : 0);
    }

    private void text(String text, Lettering lettering, String colour, double x, double y, double width) {
        svg.leaf(
                "text",
                text,
                "x",
                x + width,
                "y",
                y,
                "font-size",
                lettering.size(),
                "font-weight",
                lettering.isBold() ? "bold" : "normal",
                "text-anchor",
                width > 0 ? "end" : "start",
                "fill",
                colour);
    }
}
