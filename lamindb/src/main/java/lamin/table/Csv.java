package lamin.table;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a file with comma-separated values (RFC 4180, but with line feeds only). */
public final class Csv {
    private Csv() {}

    /** One line, without the line feed; an absent value is empty. */
    public static String line(List<? extends @Nullable Object> values) {
        return values.stream().map(CellText::exact).map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        var plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
