package lamin.graph.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.Multiplicity;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Row;
import lamin.graph.picture.Row.Mark;

/** Mermaid's {@code erDiagram}, which many sites that show Markdown draw. */
final class Mermaid implements Format.OfPicture {
    @Override
    public String name() {
        return "mermaid";
    }

    @Override
    public byte[] write(Picture picture) {
        var text = new StringBuilder("erDiagram\n");
        picture.boxes().forEach(box -> entity(box, text));
        picture.edges().forEach(edge -> relation(edge, text));
        return text.toString().getBytes(UTF_8);
    }

    private static void entity(Box box, StringBuilder text) {
        text.append("    ").append(id(box.table().toString())).append(" {\n");
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
        text.append("    ").append(id(edge.from().table().toString()));
        text.append(' ').append(left(edge.from().multiplicity())).append("--");
        text.append(right(edge.to().multiplicity())).append(' ');
        text.append(id(edge.to().table().toString()));
        text.append(" : ").append(id(edge.name())).append('\n');
    }

    private static String left(Multiplicity multiplicity) {
        return switch (multiplicity) {
            case ONE -> "||";
            case ZERO_OR_ONE -> "|o";
            case MANY -> "}o";
        };
    }

    private static String right(Multiplicity multiplicity) {
        return switch (multiplicity) {
            case ONE -> "||";
            case ZERO_OR_ONE -> "o|";
            case MANY -> "o{";
        };
    }

    private static String id(String name) {
        return "\"" + quotable(name) + "\"";
    }

    private static String quotable(String text) {
        return text.replace('"', '\'');
    }

    /** Types and names must be a word of letters, digits, underscores, brackets and hyphens. */
    private static String word(String text) {
        var word = text.replace(", ", "-").replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]", "_");
        return word.matches("^\\p{L}.*|^_.*") ? word : "_" + word;
    }
}
