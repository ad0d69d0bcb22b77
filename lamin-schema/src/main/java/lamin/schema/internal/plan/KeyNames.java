package lamin.schema.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Table;

/** Names of indexes, primary keys and unique constraints, each of which a database knows only once. */
public final class KeyNames {
    private KeyNames() {}

    /** The names that two tables have, each as a sentence with both tables and their modules. */
    public static List<String> shared(Collection<Table> tables) {
        var owners = new HashMap<String, Table>();
        var shared = new ArrayList<String>();
        for (var table : tables) {
            names(table).forEach(name -> {
                var other = owners.putIfAbsent(name, table);
                if (other != null && !other.name().equals(table.name())) {
                    shared.add("the name " + name + " is given to a key or index of " + described(other) + " and of "
                            + described(table));
                }
            });
        }
        return shared;
    }

    /** Refuses tables that no database can hold beside each other. */
    public static void refuseShared(Collection<Table> tables) {
        var shared = shared(tables);
        if (!shared.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    String.join("\n", shared),
                    List.of(new Advice("give one of them another name")),
                    Facts.of(
                            Facts.Kind.MODULE,
                            tables.stream()
                                    .map(Table::module)
                                    .distinct()
                                    .sorted()
                                    .toList()),
                    null);
        }
    }

    private static Stream<String> names(Table table) {
        return Stream.concat(
                table.constraints().filter(KeyNames::hasIndex).map(constraint -> constraint.nameIn(table.name())),
                table.indexes().stream().map(index -> index.nameIn(table.name())));
    }

    private static boolean hasIndex(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey || constraint instanceof UniqueConstraint;
    }

    private static String described(Table table) {
        return table.name() + " (module " + table.module() + ")";
    }
}
