package lamin.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in aligned columns, each on one line of a terminal. In a narrow terminal the last columns that may be shortened
 * are shortened first, then the last columns are omitted.
 *
 * @param rows a value for each column; numbers are aligned to the right
 */
public record TextTable(List<Column> columns, List<? extends List<? extends @Nullable Object>> rows) {
    private static final String GAP = "  ";
    private static final int SHORTEST = 12;
    private static final int LONGEST = 60;

    /**
     * A column.
     *
     * @param mayShrink whether a part of a value is still useful
     */
    public record Column(String title, boolean mayShrink) {}

    public TextTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The header and the rows, none of them wider than the terminal. */
    public List<String> lines(int terminalWidth) {
        var widths = widths(terminalWidth);
        var lines = new ArrayList<String>();
        lines.add(line(columns.stream().map(Column::title).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** The titles of the columns for which the terminal is too narrow. */
    public List<String> omitted(int terminalWidth) {
        return columns.stream()
                .skip(widths(terminalWidth).length)
                .map(Column::title)
                .toList();
    }

    private String line(List<? extends @Nullable Object> values, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var value = values.get(i);
            var text = CellText.shortened(CellText.readable(value), widths[i]);
            var padding = " ".repeat(widths[i] - CellText.width(text));
            line.append(i == 0 ? "" : GAP).append(value instanceof Number ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }

    /** Of the columns that are shown. */
    private int[] widths(int terminalWidth) {
        var widths = IntStream.range(0, columns.size()).map(this::naturalWidth).toArray();
        for (int i = widths.length - 1; i > 0 && total(widths) > terminalWidth; i--) {
            if (columns.get(i).mayShrink()) {
                widths[i] = Math.max(Math.min(widths[i], SHORTEST), widths[i] - (total(widths) - terminalWidth));
            }
        }
        int shown = widths.length;
        while (shown > 1 && total(IntStream.of(widths).limit(shown).toArray()) > terminalWidth) {
            shown--;
        }
        return fitted(IntStream.of(widths).limit(shown).toArray(), terminalWidth);
    }

    /** A column that was omitted may have left room for the others. */
    private int[] fitted(int[] widths, int terminalWidth) {
        for (int i = 0; i < widths.length; i++) {
            int room = terminalWidth - total(widths);
            widths[i] = room < 0 ? Math.max(1, widths[i] + room) : Math.min(naturalWidth(i), widths[i] + room);
        }
        return widths;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private int naturalWidth(int column) {
        int widest = rows.stream()
                .mapToInt(row -> CellText.width(CellText.readable(row.get(column))))
                .max()
                .orElse(0);
        int title = CellText.width(columns.get(column).title());
        return Math.max(title, columns.get(column).mayShrink() ? Math.min(widest, LONGEST) : widest);
    }
}
