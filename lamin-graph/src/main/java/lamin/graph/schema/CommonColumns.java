package lamin.graph.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.picture.Row;
import lamin.graph.picture.Row.Mark;

/**
 * The columns that most tables of a schema repeat, such as the creator and the time of creation of a row. A foreign key
 * is among them only if it references a hub, since a line cannot start at a row that is not drawn.
 */
record CommonColumns(List<Row> rows) {
    static final CommonColumns NONE = new CommonColumns(List.of());

    /** With fewer tables, repetition is acceptable and every column is shown. */
    private static final int FEWEST_TABLES = 8;

    private static final double MOST = 2.0 / 3;
    private static final int FEWEST_COLUMNS = 3;

    static CommonColumns of(List<List<Row>> tables) {
        if (tables.size() < FEWEST_TABLES) {
            return NONE;
        }
        Map<Row, Integer> counts = new LinkedHashMap<>();
        tables.forEach(rows -> rows.forEach(row -> counts.merge(row, 1, Integer::sum)));
        var rows = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= MOST * tables.size())
                .map(Map.Entry::getKey)
                .filter(CommonColumns::canBeLeftOut)
                .toList();
        return rows.size() < FEWEST_COLUMNS ? NONE : new CommonColumns(rows);
    }

    private static boolean canBeLeftOut(Row row) {
        var marks = row.marks();
        return !row.is(Mark.PRIMARY)
                && !row.is(Mark.UNIQUE)
                && (marks.isEmpty() || !row.target().isEmpty());
    }

    /** The rows of a table that are not shared; all of them if the table lacks more than half of the shared ones. */
    List<Row> without(List<Row> table) {
        return isLeftOut(table)
                ? table.stream().filter(row -> !rows.contains(row)).toList()
                : table;
    }

    /** The note that replaces the omitted rows of a box. */
    String note(List<Row> table) {
        if (!isLeftOut(table)) {
            return "";
        }
        var lacking =
                rows.stream().filter(row -> !table.contains(row)).map(Row::name).toList();
        return lacking.isEmpty() ? "+ common columns" : "+ common columns but " + String.join(", ", lacking);
    }

    private boolean isLeftOut(List<Row> table) {
        var present = new HashSet<>(table);
        present.retainAll(rows);
        return !rows.isEmpty() && present.size() * 2 > rows.size();
    }
}
