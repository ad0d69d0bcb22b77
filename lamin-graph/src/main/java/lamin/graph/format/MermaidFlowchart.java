package lamin.graph.format;

import java.util.HashMap;
import java.util.Map;
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Picture;

/** Mermaid's {@code flowchart}: boxes by group, and arrows between them. */
final class MermaidFlowchart {
    private final Picture picture;
    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    private MermaidFlowchart(Picture picture) {
        this.picture = picture;
        picture.boxes().forEach(box -> ids.put(box.id(), "box" + ids.size()));
    }

    static String of(Picture picture) {
        return new MermaidFlowchart(picture).text();
    }

    private String text() {
        int number = 0;
        for (var group : picture.groups()) {
            text.append("    subgraph group")
                    .append(number++)
                    .append(label(group.title()))
                    .append('\n');
            picture.boxes().stream()
                    .filter(box -> box.group().equals(group.id()))
                    .forEach(this::append);
            text.append("    end\n");
        }
        picture.edges().forEach(this::append);
        return text.toString();
    }

    private void append(Box box) {
        text.append("        ")
                .append(ids.get(box.id()))
                .append(label(box.title()))
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
