package lamin.graph.format;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;

/** Mermaid's {@code flowchart}: boxes by group, and arrows between them. */
final class MermaidFlowchart {
    private final Picture picture;
    private final Palette palette;
    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    private MermaidFlowchart(Picture picture) {
        this.picture = picture;
        this.palette = new Palette(picture);
        picture.boxes().forEach(box -> ids.put(box.id(), "box" + ids.size()));
    }

    static String of(Picture picture) {
        return new MermaidFlowchart(picture).text();
    }

    private String text() {
        for (int number = 0; number < picture.groups().size(); number++) {
            if (picture.isByGroup()) {
                subgraph(picture.groups().get(number), number);
            } else {
                coloured(picture.groups().get(number), number);
            }
        }
        picture.edges().forEach(this::append);
        return text.toString();
    }

    private void subgraph(Group group, int number) {
        text.append("    subgraph group")
                .append(number)
                .append(label(group.title()))
                .append('\n');
        boxesOf(group).forEach(box -> append("        ", box, ""));
        text.append("    end\n");
    }

    private void coloured(Group group, int number) {
        var colours = palette.of(group.id());
        text.append("    classDef group").append(number);
        text.append(" fill:").append(colours.head()).append(",stroke:").append(colours.line());
        text.append(",color:").append(SvgDrawing.INK).append('\n');
        boxesOf(group).forEach(box -> append("    ", box, ":::group" + number));
    }

    private Stream<Box> boxesOf(Group group) {
        return picture.boxes().stream().filter(box -> box.group().equals(group.id()));
    }

    private void append(String indent, Box box, String style) {
        text.append(indent)
                .append(ids.get(box.id()))
                .append(label(box.title()))
                .append(style)
                .append('\n');
    }

    private void append(Edge edge) {
        boolean atStart = edge.from().ending() == Ending.ARROW;
        boolean atEnd = edge.to().ending() == Ending.ARROW;
        if (atStart && !atEnd) {
            line(edge.to(), "-->", edge.from());
        } else {
            line(edge.from(), atStart ? "<-->" : atEnd ? "-->" : "---", edge.to());
        }
    }

    private void line(End from, String sign, End to) {
        text.append("    ").append(ids.get(from.box())).append(' ').append(sign);
        text.append(' ').append(ids.get(to.box())).append('\n');
    }

    /** A label is rendered as HTML, and its characters are escaped in Mermaid's own way. */
    private static String label(String label) {
        var escaped = label.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("&", "#amp;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replaceAll("\\R", " ");
        return "[\"" + escaped + "\"]";
    }
}
