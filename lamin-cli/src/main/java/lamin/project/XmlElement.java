package lamin.project;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The position of the first element with a path in a text. The offsets of the JDK's XML readers are wrong for short texts and
 * for some declarations, so tags are found in the text itself.
 *
 * @param start the start of its content
 * @param end the end of its content
 * @param line the line on which its content begins
 */
record XmlElement(int start, int end, int line) {
    /** What is not an element, a closing tag, an opening tag with its attributes. */
    private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<![^>]*>"
            + "|</(?<close>[^\\s>]+)\\s*>"
            + "|<(?<open>[^\\s/>]+)(?:\\s+[^\\s=>]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*\\s*(?<empty>/?)>");

    /** By a path such as {@code project/version}, in a text that is well-formed XML. */
    static Optional<XmlElement> find(String text, String path) {
        var open = new ArrayDeque<String>();
        var markup = MARKUP.matcher(text);
        int start = -1;
        while (markup.find()) {
            if (markup.group("open") != null) {
                open.addLast(localName(markup.group("open")));
                if (start < 0 && String.join("/", open).equals(path)) {
                    start = markup.end();
                }
            }
            boolean closes = markup.group("close") != null || "/".equals(markup.group("empty"));
            if (closes && String.join("/", open).equals(path)) {
                int end = markup.group("close") == null ? start : markup.start();
                return Optional.of(new XmlElement(start, end, line(text, start)));
            }
            if (closes && !open.isEmpty()) {
                open.removeLast();
            }
        }
        return Optional.empty();
    }

    private static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
