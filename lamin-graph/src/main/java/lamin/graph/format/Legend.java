package lamin.graph.format;

import java.util.ArrayList;
import java.util.List;
import lamin.graph.layout.Lettering;
import lamin.graph.layout.Lines;
import lamin.graph.layout.Point;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Picture.Notation;

/** Explains the signs of a picture below it. */
final class Legend {
    private static final double LINE = 17;
    private static final double SIGN = 34;

    private static final double SWATCH = 11;

    private final boolean hasSigns;
    private final List<Group> colours;
    private final Palette palette;
    private final List<String> lines = new ArrayList<>();

    Legend(Picture picture, double width) {
        hasSigns = picture.notation() == Notation.ENTITY_RELATIONSHIP;
        colours = picture.isByGroup() ? List.of() : picture.groups();
        palette = new Palette(picture);
        picture.legend().forEach(text -> lines.addAll(Lines.of(text, Lettering.NAME, width)));
    }

    double height() {
        return LINE * (lines.size() + (hasSigns ? 1 : 0) + (colours.isEmpty() ? 0 : 1)) + 12;
    }

    void draw(Markup svg) {
        var y = 28.0;
        if (hasSigns) {
            signs(svg, y);
            y += LINE;
        }
        if (!colours.isEmpty()) {
            colours(svg, y);
            y += LINE;
        }
        for (var line : lines) {
            text(svg, line, 0, y);
            y += LINE;
        }
    }

    private static void signs(Markup svg, double y) {
        var x = sign(svg, 0, y, Ending.MANY, "many");
        x = sign(svg, x, y, Ending.ONE, "exactly one");
        sign(svg, x, y, Ending.ZERO_OR_ONE, "none or one");
    }

    private void colours(Markup svg, double y) {
        var x = 0.0;
        for (var group : colours) {
            var fill = palette.of(group.id());
            svg.empty(
                    "rect",
                    "x",
                    x,
                    "y",
                    y - SWATCH + 2,
                    "width",
                    SWATCH,
                    "height",
                    SWATCH,
                    "rx",
                    2,
                    "fill",
                    fill.head(),
                    "stroke",
                    fill.line(),
                    "stroke-width",
                    0.8);
            text(svg, group.title(), x + SWATCH + 6, y);
            x += SWATCH + 6 + Lettering.NAME.width(group.title()) + 18;
        }
    }

    private static double sign(Markup svg, double x, double y, Ending ending, String meaning) {
        var middle = y - 3.5;
        svg.open("g", "fill", "none", "stroke", SvgDrawing.INK, "stroke-width", 1.1);
        svg.empty("path", "d", "M" + Markup.number(x) + " " + Markup.number(middle) + "h" + Markup.number(SIGN - 10));
        SvgLines.mark(svg, new Point(x, middle), 1, ending);
        svg.close("g");
        text(svg, meaning, x + SIGN - 4, y);
        return x + SIGN + Lettering.NAME.width(meaning) + 16;
    }

    private static void text(Markup svg, String text, double x, double y) {
        svg.leaf("text", text, "x", x, "y", y, "font-size", Lettering.NAME.size(), "fill", SvgDrawing.SOFT_INK);
    }
}
