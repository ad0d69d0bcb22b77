package lamin.authoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.operation.FillCheck;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;

/**
 * The downgrade of a migration that is about to be written. A NOT NULL column that comes back needs a value in existing rows,
 * because their former values are lost.
 */
public final class WayBack {
    private WayBack() {}

    /** The columns, as {@code table.column}, that lack such a value. */
    public static List<String> unfilled(List<Operation> downgrade) {
        return downgrade.stream().flatMap(WayBack::unfilled).toList();
    }

    /** The column that the operation brings back without such a value. */
    static Stream<String> unfilled(Operation operation) {
        return operation instanceof AddColumn(var table, var column, var fill)
                        && fill == null
                        && !column.nullable()
                        && !column.identity()
                        && column.defaultValue() == null
                        && column.generatedAs() == null
                ? Stream.of(table + "." + column.name())
                : Stream.of();
    }

    /** The operations with these values, as SQL by {@code table.column}. */
    public static List<Operation> filled(List<Operation> downgrade, Map<String, String> values) {
        return downgrade.stream()
                .map(operation -> unfilled(operation).anyMatch(values::containsKey)
                        ? filled((AddColumn) operation, values)
                        : operation)
                .toList();
    }

    private static Operation filled(AddColumn addition, Map<String, String> values) {
        var column = addition.column();
        return new AddColumn(addition.table(), column, values.get(addition.table() + "." + column.name()));
    }

    /** The operations with a place for each value that a person has yet to write. */
    static List<Operation> undecided(List<Operation> downgrade) {
        var values =
                unfilled(downgrade).stream().collect(Collectors.toMap(column -> column, column -> FillCheck.UNWRITTEN));
        return filled(downgrade, values);
    }
}
