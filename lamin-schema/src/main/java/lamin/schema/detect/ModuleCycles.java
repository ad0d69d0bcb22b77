package lamin.schema.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;

/** Refuses foreign keys by which two modules would depend on each other. */
final class ModuleCycles {
    private final SortedMap<String, SortedSet<String>> dependencies;
    private final Set<String> done = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private ModuleCycles(SortedMap<String, SortedSet<String>> dependencies) {
        this.dependencies = dependencies;
    }

    static void refuse(SchemaModel model) {
        var cycles = new ModuleCycles(dependencies(model));
        cycles.dependencies.keySet().forEach(cycles::visit);
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

    private void visit(String module) {
        if (done.contains(module)) {
            return;
        }
        if (path.contains(module)) {
            var circle = new ArrayList<>(path);
            var named = new TreeSet<>(circle.subList(circle.indexOf(module), circle.size()));
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "module dependency cycle " + String.join(" <-> ", named)
                            + ": put the FK on one side or in a link module");
        }
        path.addLast(module);
        dependencies.getOrDefault(module, new TreeSet<>()).forEach(this::visit);
        path.removeLast();
        done.add(module);
    }
}
