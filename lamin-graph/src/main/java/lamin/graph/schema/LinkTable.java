package lamin.graph.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * A table that only connects two others, many to many. No table references it, and either it has two foreign keys and
 * nothing else, or its name is composed of its ends: {@code artifactulabel}, even if it has more data about the
 * connection (a feature, a slot, its creator). A table whose rows have a unique name is not a link table.
 */
record LinkTable(Table table, ForeignKey from, ForeignKey to) {

    /** The link tables of a model, in its order. */
    static List<LinkTable> of(SchemaModel model) {
        Set<TableName> targets = new HashSet<>();
        for (var table : model.tables()) {
            table.foreignKeys().forEach(key -> targets.add(key.target()));
        }
        return model.tables().stream()
                .filter(table -> !targets.contains(table.name()))
                .flatMap(table -> read(table, model).stream())
                .toList();
    }

    private static Optional<LinkTable> read(Table table, SchemaModel model) {
        var keys = table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> model.table(key.target()).isPresent())
                .toList();
        return isPure(table, keys)
                ? Optional.of(new LinkTable(table, keys.getFirst(), keys.getLast()))
                : byName(table, keys, model);
    }

    private static boolean isPure(Table table, List<ForeignKey> keys) {
        var columns = keys.stream().flatMap(key -> key.columns().stream()).collect(Collectors.toSet());
        return keys.size() == 2
                && columns.size() == 2
                && table.columns().stream()
                        .allMatch(column -> columns.contains(column.name()) || table.isPrimaryKey(column.name()));
    }

    private static Optional<LinkTable> byName(Table table, List<ForeignKey> keys, SchemaModel model) {
        if (hasOwnName(table)) {
            return Optional.empty();
        }
        var name = plain(table.entity());
        for (var from : keys) {
            var start = plain(entity(from.target(), model));
            for (var to : keys) {
                if (!to.equals(from)
                        && name.startsWith(start)
                        && isEnd(name.substring(start.length()), to, from, model)) {
                    return Optional.of(new LinkTable(table, from, to));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasOwnName(Table table) {
        return table.uniques().stream()
                .anyMatch(unique -> unique.columns().size() == 1
                        && !table.isPrimaryKey(unique.columns().getFirst()));
    }

    /** {@code component} may be the column {@code component_id} or the entity that another column references. */
    private static boolean isEnd(String rest, ForeignKey to, ForeignKey from, SchemaModel model) {
        var column = to.columns().getFirst();
        var sameTarget = to.target().equals(from.target());
        return rest.equals(plain(column.replaceFirst("_id$", "")))
                || (rest.equals(plain(entity(to.target(), model))) && (!sameTarget || isFirst(from, to)));
    }

    /** Of {@code artifact_id} and {@code value_id}, both to an artifact, the first one named is the first end. */
    private static boolean isFirst(ForeignKey from, ForeignKey to) {
        return plain(from.columns().getFirst()).compareTo(plain(to.columns().getFirst())) < 0;
    }

    private static String entity(TableName name, SchemaModel model) {
        return model.table(name).map(Table::entity).orElse("");
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
