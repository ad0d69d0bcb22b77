package lamin.graph.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Row;

/** Graphviz' language: a cluster for each group, an HTML-like table for each box, a port for each row. */
final class Dot implements Format.OfPicture {
    @Override
    public String name() {
        return "dot";
    }

    @Override
    public byte[] write(Picture picture) {
        var palette = new Palette(picture);
        var dot = new StringBuilder("digraph ").append(id(picture.kind())).append(" {\n");
        dot.append("  graph [rankdir=LR, ranksep=1.2, nodesep=0.3, fontname=\"Helvetica\", label=")
                .append(quoted(picture.title()))
                .append("];\n");
        dot.append("  node [shape=plain, fontname=\"Helvetica\", fontsize=10];\n");
        dot.append("  edge [dir=both, arrowsize=0.8];\n");
        if (picture.isByGroup()) {
            picture.groups().forEach(group -> cluster(group, picture, palette, dot));
        } else {
            picture.boxes().forEach(box -> box("  ", box, palette, dot));
        }
        picture.edges().forEach(edge -> line(edge, palette, dot));
        return dot.append("}\n").toString().getBytes(UTF_8);
    }

    private static void cluster(Group group, Picture picture, Palette palette, StringBuilder dot) {
        var colours = palette.of(group.id());
        dot.append("  subgraph ").append(quoted("cluster_" + group.id())).append(" {\n");
        dot.append("    graph [label=").append(quoted(heading(group)));
        dot.append(", style=filled, color=").append(quoted(colours.ground()));
        dot.append(", fontcolor=").append(quoted(colours.line())).append("];\n");
        for (var box : picture.boxes()) {
            if (box.group().equals(group.id())) {
                box("    ", box, palette, dot);
            }
        }
        dot.append("  }\n");
    }

    private static void box(String indent, Box box, Palette palette, StringBuilder dot) {
        dot.append(indent).append(quoted(box.id())).append(" [label=");
        dot.append(label(box, palette.of(box.group()))).append("];\n");
    }

    private static String heading(Group group) {
        return group.note().isEmpty() ? group.title() : group.title() + ": " + group.note();
    }

    private static String label(Box box, Palette.Colours colours) {
        var html = new StringBuilder(
                        "<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"3\" COLOR=\"")
                .append(colours.line())
                .append("\" BGCOLOR=\"#ffffff\">");
        html.append("<TR><TD PORT=\"title\" COLSPAN=\"3\" BGCOLOR=\"")
                .append(colours.head())
                .append("\"><B>");
        html.append(Markup.escape(box.title()))
                .append("</B>")
                .append(subtitle(box))
                .append("</TD></TR>");
        for (int row = 0; row < box.rows().size(); row++) {
            append(box.rows().get(row), port(row), html);
        }
        if (!box.note().isEmpty()) {
            html.append("<TR>").append(cell("", " COLSPAN=\"3\"", box.note())).append("</TR>");
        }
        return html.append("</TABLE>>").toString();
    }

    /** That of a table is its name, which its id shows. */
    private static String subtitle(Box box) {
        return box.subtitle().isEmpty() || box.subtitle().equals(box.id())
                ? ""
                : "<BR/><FONT POINT-SIZE=\"8\">" + Markup.escape(box.subtitle()) + "</FONT>";
    }

    private static void append(Row row, String port, StringBuilder html) {
        html.append("<TR>").append(cell("", "", row.label()));
        html.append(cell(" PORT=\"" + port + "\"", "", row.name()));
        html.append(cell("", "", (row.typeText() + " " + row.targetText()).strip()))
                .append("</TR>");
    }

    private static String cell(String port, String attributes, String text) {
        return "<TD ALIGN=\"LEFT\"" + port + attributes + ">" + Markup.escape(text.isEmpty() ? " " : text) + "</TD>";
    }

    private static void line(Edge edge, Palette palette, StringBuilder dot) {
        dot.append("  ").append(end(edge.from())).append(" -> ").append(end(edge.to()));
        dot.append(" [tooltip=").append(quoted(edge.name()));
        dot.append(", color=").append(quoted(palette.of(edge.group()).line()));
        dot.append(", arrowtail=").append(arrow(edge.from().ending()));
        dot.append(", arrowhead=").append(arrow(edge.to().ending())).append("];\n");
    }

    private static String end(End end) {
        return quoted(end.box()) + ":" + quoted(port(end.row()));
    }

    private static String port(int row) {
        return row == End.TITLE ? "title" : "row" + row;
    }

    private static String arrow(Ending ending) {
        return switch (ending) {
            case ONE -> "teetee";
            case ZERO_OR_ONE -> "teeodot";
            case MANY -> "crow";
            case ARROW -> "normal";
            case PLAIN -> "none";
        };
    }

    private static String id(String name) {
        return name.matches("[A-Za-z_][A-Za-z_0-9]*") ? name : quoted(name);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
