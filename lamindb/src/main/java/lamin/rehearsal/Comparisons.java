package lamin.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lamin.schema.model.Column;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Matches the tables and columns of a snapshot with those of a later one, and describes the changes. */
final class Comparisons {
    private final Snapshot before;
    private final Snapshot after;
    private final Destinations destinations;

    Comparisons(Snapshot before, Snapshot after, Destinations destinations) {
        this.before = before;
        this.after = after;
        this.destinations = destinations;
    }

    /** Existing tables by name, then new ones. */
    List<TableComparison> tables() {
        var found = new ArrayList<TableComparison>();
        var taken = new HashSet<TableName>();
        for (var table : before.model().tables()) {
            var later = destinations.of(table.name()).flatMap(after.model()::table);
            later.ifPresent(present -> taken.add(present.name()));
            found.add(later.map(present -> compare(table, present)).orElseGet(() -> dropped(table)));
        }
        after.model().tables().stream()
                .filter(table -> !taken.contains(table.name()))
                .forEach(table -> found.add(added(table)));
        return found;
    }

    private TableComparison dropped(Table table) {
        return new TableComparison(table.name(), null, before.contents(table).rows(), 0, List.of());
    }

    private TableComparison added(Table table) {
        return new TableComparison(null, table.name(), 0, after.contents(table).rows(), List.of());
    }

    private TableComparison compare(Table table, Table later) {
        var columns = new ArrayList<ColumnComparison>();
        var taken = new HashSet<String>();
        for (var column : table.columns()) {
            var laterColumn = later(table, column, later);
            if (laterColumn != null) {
                taken.add(laterColumn.name());
            }
            columns.add(new ColumnComparison(column, laterColumn, hasSameValues(table, column, later, laterColumn)));
        }
        columns.addAll(added(later, taken));
        return new TableComparison(
                table.name(),
                later.name(),
                before.contents(table).rows(),
                after.contents(later).rows(),
                ColumnComparison.changed(columns));
    }

    private @Nullable Column later(Table table, Column column, Table later) {
        var name = destinations.of(table.name(), column.name());
        return name == null ? null : later.column(name).orElse(null);
    }

    private static List<ColumnComparison> added(Table later, Set<String> taken) {
        return later.columns().stream()
                .filter(column -> !taken.contains(column.name()))
                .map(column -> new ColumnComparison(null, column, true))
                .toList();
    }

    private boolean hasSameValues(Table table, Column column, Table later, @Nullable Column laterColumn) {
        var was = before.contents(table);
        var is = after.contents(later);
        return laterColumn == null
                || was.rows() != is.rows()
                || Objects.equals(was.columns().get(column.name()), is.columns().get(laterColumn.name()));
    }
}
