package lamin.schema.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.StateChange;

/** How often each operation that the detector can yield was met. */
final class Coverage {
    private static final List<String> KINDS = Stream.of(
                    kinds(Operation.OnTable.class, Operation.AlterColumn.class),
                    kinds(Operation.OnSequence.class),
                    kinds(ColumnChange.class),
                    kinds(StateChange.class))
            .flatMap(List::stream)
            .toList();

    private final Map<String, Integer> counts = new TreeMap<>();

    Coverage() {
        KINDS.forEach(kind -> counts.put(kind, 0));
    }

    private static List<String> kinds(Class<?> sealed, Class<?>... except) {
        return Stream.of(sealed.getPermittedSubclasses())
                .filter(kind -> !List.of(except).contains(kind))
                .map(kind -> sealed == Operation.OnTable.class || sealed == Operation.OnSequence.class
                        ? kind.getSimpleName()
                        : sealed.getSimpleName() + "." + kind.getSimpleName())
                .toList();
    }

    synchronized void count(Round round) {
        Migrated.operations(round.edits())
                .flatMap(Coverage::kindsOf)
                .forEach(kind -> counts.merge(kind, 1, Integer::sum));
    }

    private static Stream<String> kindsOf(Operation operation) {
        return switch (operation) {
            case Operation.AlterColumn alter ->
                alter.changes().stream()
                        .map(change -> "ColumnChange." + change.getClass().getSimpleName());
            case Operation.StateOnly(var change) ->
                Stream.of("StateChange." + change.getClass().getSimpleName());
            default -> Stream.of(operation.getClass().getSimpleName());
        };
    }

    /** Those met less often than {@code least} times in 1,000 rounds. */
    List<String> below(int least, long rounds) {
        var rare = new ArrayList<String>();
        counts.forEach((kind, count) -> {
            if (count * 1_000L < least * rounds) {
                rare.add(kind + " " + count);
            }
        });
        return rare;
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(entry -> "%7d  %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
