package lamin.graph.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.graph.layout.Lettering;
import lamin.graph.layout.Lines;
import lamin.graph.layout.Point;
import lamin.graph.picture.Edge.Multiplicity;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Row;

/** Says under a picture what its signs mean, and which columns its boxes leave out. */
final class Legend {
    private static final double LINE = 17;
    private static final double SIGN = 34;

    private final List<String> lines = new ArrayList<>();

    Legend(Picture picture, double width) {
        var texts = new ArrayList<String>();
        texts.add("PK primary key · FK foreign key · UQ unique · n:m link table, drawn as a line · type? may be null");
        if (!picture.hubs().isEmpty()) {
            texts.add("→ names the target where no line is drawn: so much points to "
                    + String.join(", ", picture.hubs()) + " that lines would hide the rest.");
        }
        if (!picture.common().isEmpty()) {
            texts.add("Common columns, of most tables: "
                    + picture.common().stream().map(Legend::common).collect(Collectors.joining(" · ")));
        }
        texts.forEach(text -> lines.addAll(Lines.of(text, Lettering.NAME, width)));
    }

    private static String common(Row row) {
        return (row.name() + " " + row.typeText() + " " + row.targetText()).strip();
    }

    double height() {
        return LINE * (lines.size() + 1) + 12;
    }

    void draw(Markup svg) {
        var y = 28.0;
        signs(svg, y);
        for (var line : lines) {
            y += LINE;
            text(svg, line, 0, y);
        }
    }

    private static void signs(Markup svg, double y) {
        var x = sign(svg, 0, y, Multiplicity.MANY, "many");
        x = sign(svg, x, y, Multiplicity.ONE, "exactly one");
        sign(svg, x, y, Multiplicity.ZERO_OR_ONE, "none or one");
    }

    private static double sign(Markup svg, double x, double y, Multiplicity multiplicity, String meaning) {
        var middle = y - 3.5;
        svg.open("g", "fill", "none", "stroke", SvgDrawing.INK, "stroke-width", 1.1);
        svg.empty("path", "d", "M" + Markup.number(x) + " " + Markup.number(middle) + "h" + Markup.number(SIGN - 10));
        SvgLines.mark(svg, new Point(x, middle), 1, multiplicity);
        svg.close("g");
        text(svg, meaning, x + SIGN - 4, y);
        return x + SIGN + Lettering.NAME.width(meaning) + 16;
    }

    private static void text(Markup svg, String text, double x, double y) {
        svg.leaf("text", text, "x", x, "y", y, "font-size", Lettering.NAME.size(), "fill", SvgDrawing.SOFT_INK);
    }
}
