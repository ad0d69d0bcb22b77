package lamin.schema.internal.detect;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** Effects across tables that decide when an operation on one table can run. */
final class Elsewhere {
    private final Set<TableName> withOtherKeys = new HashSet<>();
    private final Map<String, Set<TableName>> takenNames = new HashMap<>();

    Elsewhere(Collection<Table> created, Collection<TableDiff> changed) {
        created.forEach(table -> takeNames(table.name(), table.indexes(), table.uniques()));
        for (var diff : changed) {
            takeNames(diff.table().name(), diff.createdIndexes(), diff.createdUniques());
            if (diff.changesKeys()) {
                withOtherKeys.add(diff.table().name());
            }
        }
    }

    private void takeNames(TableName table, List<Index> indexes, List<UniqueConstraint> uniques) {
        Stream.concat(
                        indexes.stream().map(index -> index.nameIn(table)),
                        uniques.stream().map(unique -> unique.nameIn(table)))
                .forEach(name -> takenNames
                        .computeIfAbsent(name, ignored -> new HashSet<>())
                        .add(table));
    }

    /** Whether a foreign key must be dropped before the keys it references, or created after them. */
    boolean changesTargetOf(ForeignKey key) {
        return withOtherKeys.contains(key.target());
    }

    /** Whether another table gets an index with this name, which must be unique in the database. */
    boolean takesName(String name, TableName from) {
        return takenNames.getOrDefault(name, Set.of()).stream().anyMatch(table -> !table.equals(from));
    }
}
