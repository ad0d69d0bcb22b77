package lamin.schema.internal.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Names;
import lamin.schema.model.Table;

/** Checks of enum columns that a migration has dropped to recreate them with other constants. */
final class EnumChecks {
    /** Constants by the name of the check. */
    private final Map<String, Set<String>> dropped = new HashMap<>();

    void drop(Table table, String check) {
        table.checks().stream()
                .filter(candidate -> check.equals(candidate.name()) && isOfEnum(table, candidate))
                .forEach(candidate -> dropped.put(check, constants(candidate)));
    }

    private static boolean isOfEnum(Table table, CheckConstraint check) {
        return table.columns().stream()
                .anyMatch(
                        column -> Names.ofEnumCheck(table.name(), column.name()).equals(check.name()));
    }

    /** Whether rows were allowed a constant that this check no longer allows. */
    boolean isNarrowedBy(CheckConstraint check) {
        return !constants(check).containsAll(dropped.getOrDefault(String.valueOf(check.name()), Set.of()));
    }

    private static Set<String> constants(CheckConstraint check) {
        return Set.copyOf(check.expression().strings());
    }
}
