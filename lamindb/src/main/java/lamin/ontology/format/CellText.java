package lamin.ontology.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of cells as texts. */
final class CellText {
    /** A list as Python writes it into CSV. */
    private static final Pattern PYTHON_TEXT = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");

    private CellText() {}

    /** A list is joined by {@code |}. Whole numbers that pandas made decimal because others are missing are whole again. */
    static String of(Object value) {
        return switch (value) {
            case List<?> list ->
                list.stream().filter(Objects::nonNull).map(CellText::of).collect(Collectors.joining("|"));
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> String.valueOf(number.longValue());
            default -> value.toString();
        };
    }

    /** The parts of a list, of a text with {@code |} between them, or of a list as Python prints it. */
    static List<String> parts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull).map(CellText::of).toList();
        }
        var text = of(value).strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            return python(text);
        }
        return List.of(text.split("\\|", -1));
    }

    private static List<String> python(String text) {
        var parts = new ArrayList<String>();
        var matcher = PYTHON_TEXT.matcher(text);
        while (matcher.find()) {
            parts.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        if (parts.isEmpty() && !text.substring(1, text.length() - 1).isBlank()) {
            throw new TermFailure("expected a list such as ['CL:0000084'], found " + TermFailure.excerpt(text));
        }
        return parts;
    }
}
