package lamin.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The text of a settings file: one line {@code key=value} for each value, as read by Python's dotenv. Values are
 * unquoted, as written by Python; a value that dotenv would misread is put in single quotes.
 */
final class EnvText {
    private EnvText() {}

    static String write(String prefix, SequencedMap<String, String> values) {
        var text = new StringBuilder();
        values.forEach((key, value) -> text.append(prefix)
                .append(key)
                .append('=')
                .append(quotedIfNeeded(value))
                .append('\n'));
        return text.toString();
    }

    /** The values whose keys begin with the prefix, by the rest of their keys. Other lines are skipped. */
    static Map<String, String> read(String prefix, String text) {
        var values = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            var key = equals < 0 ? "" : line.substring(0, equals).strip();
            if (key.startsWith(prefix)) {
                values.put(
                        key.substring(prefix.length()),
                        unquoted(line.substring(equals + 1).strip()));
            }
        });
        return values;
    }

    private static String quotedIfNeeded(String value) {
        if (value.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("a setting is one line");
        }
        boolean isBare = value.equals(value.strip()) && !value.matches("['\"].*|.*\\s#.*|#.*|.*\\$\\{.*");
        return isBare ? value : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String unquoted(String value) {
        if (value.length() > 1 && value.startsWith("'") && value.endsWith("'")) {
            return value.substring(1, value.length() - 1).replaceAll("\\\\([\\\\'])", "$1");
        }
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
            return value.substring(1, value.length() - 1).replaceAll("\\\\([\\\\\"])", "$1");
        }
        return value.replaceFirst("\\s+#.*$", "");
    }
}
