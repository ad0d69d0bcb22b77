package lamin.graph.format;

import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Row;
import lamin.graph.picture.Row.Mark;

/** Mermaid's {@code erDiagram}: tables with their columns. */
final class MermaidEntities {
    private MermaidEntities() {}

    static String of(Picture picture) {
        var text = new StringBuilder("erDiagram\n");
        picture.boxes().forEach(box -> entity(box, text));
        picture.edges().forEach(edge -> relation(edge, text));
        return text.toString();
    }

    private static void entity(Box box, StringBuilder text) {
        text.append("    ").append(id(box.id())).append(" {\n");
        box.rows().stream().filter(row -> !row.is(Mark.LINK)).forEach(row -> attribute(row, text));
        text.append("    }\n");
    }

    private static void attribute(Row row, StringBuilder text) {
        text.append("        ").append(word(row.type())).append(' ').append(word(row.name()));
        var keys = row.label().replace("UQ", "UK").replace(" ", ", ");
        if (!keys.isEmpty()) {
            text.append(' ').append(keys);
        }
        var comment = ((row.nullable() ? "may be null " : "") + row.targetText()).strip();
        if (!comment.isEmpty()) {
            text.append(" \"").append(quotable(comment)).append('"');
        }
        text.append('\n');
    }

    private static void relation(Edge edge, StringBuilder text) {
        text.append("    ").append(id(edge.from().box()));
        text.append(' ').append(left(edge.from().ending())).append("--");
        text.append(right(edge.to().ending())).append(' ');
        text.append(id(edge.to().box()));
        text.append(" : ").append(id(edge.name())).append('\n');
    }

    private static String left(Ending ending) {
        return switch (ending) {
            case ONE -> "||";
            case ZERO_OR_ONE -> "|o";
            case MANY -> "}o";
            case ARROW, PLAIN -> throw new IllegalArgumentException("no crow's foot: " + ending);
        };
    }

    private static String right(Ending ending) {
        return switch (ending) {
            case ONE -> "||";
            case ZERO_OR_ONE -> "o|";
            case MANY -> "o{";
            case ARROW, PLAIN -> throw new IllegalArgumentException("no crow's foot: " + ending);
        };
    }

    private static String id(String name) {
        return "\"" + quotable(name) + "\"";
    }

    private static String quotable(String text) {
        return text.replace('"', '\'');
    }

    /** Types and names must consist of letters, digits, underscores, brackets and hyphens. */
    private static String word(String text) {
        var word = text.replace(", ", "-").replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]", "_");
        return word.matches("^\\p{L}.*|^_.*") ? word : "_" + word;
    }
}
