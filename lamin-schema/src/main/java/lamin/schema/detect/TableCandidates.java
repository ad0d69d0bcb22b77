package lamin.schema.detect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Which new tables a table that is gone may have become: those of its module whose columns agree in number, types and
 * nullability, whose foreign keys differ by such a rename at most; and the entity of that name in another module.
 */
final class TableCandidates {
    private final SortedMap<TableName, Table> gone;
    private final SortedMap<TableName, Table> added;
    private final Map<TableName, TableName> renames;
    private final Map<List<String>, List<Table>> addedByShape;
    private final Map<String, List<Table>> addedByEntity;

    TableCandidates(
            SortedMap<TableName, Table> gone, SortedMap<TableName, Table> added, Map<TableName, TableName> renames) {
        this.gone = gone;
        this.added = added;
        this.renames = renames;
        this.addedByShape = added.values().stream().collect(Collectors.groupingBy(TableCandidates::shape));
        this.addedByEntity = added.values().stream().collect(Collectors.groupingBy(TableCandidates::entity));
    }

    /** Their names, in order. */
    List<String> of(Table before) {
        var renamed = addedByShape.getOrDefault(shape(before), List.of()).stream()
                .filter(after -> before.module().equals(after.module()))
                .filter(after -> targets(before, gone).equals(targets(after, added)));
        var moved = addedByEntity.getOrDefault(entity(before), List.of()).stream()
                .filter(after -> !before.module().equals(after.module()));
        return Stream.concat(renamed, moved)
                .map(after -> after.name().toString())
                .toList();
    }

    private static String entity(Table table) {
        return table.entity().toLowerCase(Locale.ROOT);
    }

    private static List<String> shape(Table table) {
        return table.columns().stream().map(TableCandidates::shape).sorted().toList();
    }

    /** What a column has in common with the same column under another name. */
    static String shape(Column column) {
        return column.type().display() + (column.nullable() ? "" : " not null");
    }

    /** The tables that it points to; one that may itself have been renamed counts as any other such. */
    private List<String> targets(Table table, Map<TableName, Table> open) {
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .map(target -> open.containsKey(target)
                        ? "?"
                        : renames.getOrDefault(target, target).toString())
                .sorted()
                .toList();
    }
}
