package lamin.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.catalog.ColumnKind;
import lamin.table.Csv;
import lamin.table.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * Records as they were read from any registry.
 *
 * @param registry the name of the registry
 * @param rows a value for each column: Boolean, Long or another Number, String, Instant, LocalDateTime or bytes
 */
public record Records(String registry, List<ShownColumn> columns, List<List<@Nullable Object>> rows) {
    private static final int WIDTH = 100;

    public Records {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public int size() {
        return rows.size();
    }

    /** The records as maps from the titles of the columns, in their order. */
    public List<Map<String, @Nullable Object>> maps() {
        return rows.stream().map(this::map).toList();
    }

    private Map<String, @Nullable Object> map(List<@Nullable Object> row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            map.put(columns.get(i).title(), row.get(i));
        }
        return Collections.unmodifiableMap(map);
    }

    /** The lines of a CSV file with all columns; the first one has their titles. */
    public List<String> csv() {
        var header = Csv.line(columns.stream().map(ShownColumn::title).toList());
        return Stream.concat(Stream.of(header), rows.stream().map(Csv::line)).toList();
    }

    /** A table for people, without columns that are empty or technical. */
    public TextTable table() {
        var shown = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).isShort() && rows.stream().anyMatch(row -> isTelling(row.get(i))))
                .boxed()
                .toList();
        var titles = shown.stream().map(columns::get).map(Records::column).toList();
        return new TextTable(
                titles, rows.stream().map(row -> picked(row, shown)).toList());
    }

    private static boolean isTelling(@Nullable Object value) {
        return value != null && !value.equals(false) && !value.equals("");
    }

    private static TextTable.Column column(ShownColumn column) {
        return new TextTable.Column(
                column.title(),
                column.kind() == ColumnKind.TEXT && !column.title().equals("uid"));
    }

    private static List<@Nullable Object> picked(List<@Nullable Object> row, List<Integer> places) {
        var picked = new ArrayList<@Nullable Object>();
        places.forEach(place -> picked.add(row.get(place)));
        return picked;
    }

    /** The table, in a width of 100 characters. */
    @Override
    public String toString() {
        return rows.isEmpty() ? "no " + registry : String.join("\n", table().lines(WIDTH));
    }
}
