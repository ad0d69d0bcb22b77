package lamin.graph.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Builds XML elements with escaped values. */
final class Markup {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\\t\\n\\r]]");

    private final StringBuilder text = new StringBuilder();

    /** An opening tag with its attributes, given as alternating names and values. */
    Markup open(String element, Object... attributes) {
        tag(element, attributes).append(">\n");
        return this;
    }

    Markup empty(String element, Object... attributes) {
        tag(element, attributes).append("/>\n");
        return this;
    }

    /** An element that contains only text. */
    Markup leaf(String element, String content, Object... attributes) {
        tag(element, attributes)
                .append('>')
                .append(escape(content))
                .append("</")
                .append(element)
                .append(">\n");
        return this;
    }

    Markup close(String element) {
        text.append("</").append(element).append(">\n");
        return this;
    }

    private StringBuilder tag(String element, Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value(attributes[i + 1]))
                    .append('"');
        }
        return text;
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : escape(String.valueOf(value));
    }

    /** At most one decimal, whatever the locale: {@code 12.5}, {@code 12}. */
    static String number(double number) {
        var rounded = String.format(Locale.ROOT, "%.1f", number);
        return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    }

    /**
     * Escapes characters reserved in XML and HTML; characters that XML cannot represent become a replacement character.
     */
    static String escape(String raw) {
        return FORBIDDEN
                .matcher(raw)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
