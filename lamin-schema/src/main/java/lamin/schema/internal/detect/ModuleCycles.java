package lamin.schema.internal.detect;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;

/** Refuses foreign keys that would make two modules depend on each other. */
final class ModuleCycles {
    private ModuleCycles() {}

    static void refuse(SchemaModel model) {
        var dependencies = dependencies(model);
        Circles.groups(dependencies.keySet(), module -> dependencies.getOrDefault(module, new TreeSet<>())).stream()
                .filter(group -> group.size() > 1)
                .findFirst()
                .ifPresent(group -> {
                    throw new LaminException(
                            ErrorCode.REFUSED,
                            "module dependency cycle " + String.join(" <-> ", new TreeSet<>(group))
                                    + ": put the FK on one side or in a link module");
                });
    }

    private static SortedMap<String, SortedSet<String>> dependencies(SchemaModel model) {
        var dependencies = new TreeMap<String, SortedSet<String>>();
        for (var table : model.tables()) {
            for (var key : table.foreignKeys()) {
                model.table(key.target())
                        .map(Table::module)
                        .filter(other -> !other.equals(table.module()))
                        .ifPresent(other -> dependencies
                                .computeIfAbsent(table.module(), ignored -> new TreeSet<>())
                                .add(other));
            }
        }
        return dependencies;
    }
}
