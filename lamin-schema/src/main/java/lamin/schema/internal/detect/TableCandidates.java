package lamin.schema.internal.detect;

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
 * The new tables that a missing table may have become: those of its module whose columns agree in number, types and
 * nullability and whose foreign keys differ at most by such a rename, and the table of the entity with the same name in
 * another module.
 */
final class TableCandidates {
    private final SortedMap<TableName, Table> gone;
    private final Map<TableName, TableName> renames;
    private final Map<Likeness, List<Table>> byLikeness;
    private final Map<String, List<Table>> byEntity;

    /** The properties that must agree for two tables to be the same. */
    private record Likeness(String module, List<String> columns, List<String> targets) {}

    TableCandidates(
            SortedMap<TableName, Table> gone, SortedMap<TableName, Table> added, Map<TableName, TableName> renames) {
        this.gone = gone;
        this.renames = renames;
        this.byLikeness = added.values().stream().collect(Collectors.groupingBy(table -> likeness(table, added)));
        this.byEntity = added.values().stream().collect(Collectors.groupingBy(TableCandidates::entity));
    }

    /** Their names, sorted. */
    List<String> of(Table before) {
        var renamed = byLikeness.getOrDefault(likeness(before, gone), List.of()).stream();
        var moved = byEntity.getOrDefault(entity(before), List.of()).stream()
                .filter(after -> !before.module().equals(after.module()));
        return Stream.concat(renamed, moved)
                .map(after -> after.name().toString())
                .toList();
    }

    private static String entity(Table table) {
        return table.entity().toLowerCase(Locale.ROOT);
    }

    private Likeness likeness(Table table, Map<TableName, Table> open) {
        return new Likeness(
                table.module(),
                table.columns().stream().map(TableCandidates::shape).sorted().toList(),
                targets(table, open));
    }

    /** The properties that a column keeps under another name. */
    static String shape(Column column) {
        return column.type().display() + (column.nullable() ? "" : " not null");
    }

    /** The tables that it references; those that may have been renamed themselves are not distinguished. */
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
