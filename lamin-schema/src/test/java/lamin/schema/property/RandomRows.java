package lamin.schema.property;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lamin.schema.model.TableName;

/** The rows that are there before the edits: the same number in each table, so that each has one to point to. */
final class RandomRows {
    private final int count;
    private final List<Kept> tables = new ArrayList<>();

    /**
     * A table that rows are in.
     *
     * @param table as it is after all edits
     * @param names what its columns were called
     */
    private record Kept(DraftTable table, TableName name, List<DraftColumn> columns, List<String> names) {}

    /** Looks at a draft whose edits are still to come. */
    RandomRows(Draft draft, Dice dice) {
        this.count = dice.oneOf(0, 1, 3, 9);
        for (var table : draft.tables) {
            var columns = table.columns.stream()
                    .filter(column -> column.generatedAs == null)
                    .toList();
            var names = columns.stream().map(column -> column.name).toList();
            tables.add(new Kept(table, table.name, columns, names));
        }
    }

    /** Known when all edits are: rows must fit what the edits add. */
    List<String> inserts(Session session) {
        var inserts = new ArrayList<String>();
        for (var kept : tables) {
            for (int row = 0; row < count; row++) {
                var number = row;
                var values = kept.columns().stream()
                        .map(column -> value(column, number, session))
                        .collect(Collectors.joining(", "));
                inserts.add("INSERT INTO " + session.quoted(kept.name()) + " ("
                        + kept.names().stream().map(name -> quote(name)).collect(Collectors.joining(", "))
                        + ") VALUES (" + values + ")");
            }
        }
        return inserts;
    }

    private static String value(DraftColumn column, int row, Session session) {
        boolean mayBeNull = column.mayLackValue && !column.isPrimary && !column.isTarget;
        return mayBeNull && (row + column.name.length()) % 3 == 0 ? "NULL" : new Values(column, session.kind()).of(row);
    }

    /** A table's columns, under the names at one time and at another. */
    record Comparison(TableName before, List<String> columnsBefore, TableName after, List<String> columnsAfter) {}

    /** Columns that are there from beginning to end, and hold the same all the time. */
    List<Comparison> untouched(Draft draft) {
        return comparisons(draft, column -> !isConverted(column));
    }

    /** Columns that are there from beginning to end: the way back gives them their values again. */
    List<Comparison> kept(Draft draft) {
        return comparisons(draft, column -> true);
    }

    /** Whether rows without a value got one on the way. */
    boolean areFilled(Draft draft) {
        return draft.tables.stream().flatMap(table -> table.columns.stream()).anyMatch(column -> column.isFilled);
    }

    private List<Comparison> comparisons(Draft draft, Predicate<DraftColumn> condition) {
        var comparisons = new ArrayList<Comparison>();
        for (var kept : tables) {
            var columns = kept.columns().stream()
                    .filter(column -> kept.table().columns.contains(column))
                    .filter(column -> column.generatedAs == null && !column.isFilled)
                    .filter(condition)
                    .toList();
            if (draft.tables.contains(kept.table()) && !columns.isEmpty()) {
                comparisons.add(new Comparison(
                        kept.name(),
                        columns.stream()
                                .map(column -> kept.names().get(kept.columns().indexOf(column)))
                                .toList(),
                        kept.table().name,
                        columns.stream().map(column -> column.name).toList()));
            }
        }
        return comparisons;
    }

    private static boolean isConverted(DraftColumn column) {
        return column.types.stream().distinct().count() > 1;
    }
}
