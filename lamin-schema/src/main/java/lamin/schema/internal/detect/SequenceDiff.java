package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterSequence;
import lamin.schema.internal.operation.Operation.CreateSequence;
import lamin.schema.internal.operation.Operation.DropSequence;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.SequenceChange;
import lamin.schema.internal.operation.StateChange.Applied;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.TableName;

/**
 * Compares the sequences of two states that have the same names of tables and columns. It asks nothing: a sequence under
 * another name numbers the same columns, and a new one begins after the numbers that exist.
 */
final class SequenceDiff {
    private final SchemaModel after;
    private final SortedMap<TableName, Sequence> gone;
    private final SortedMap<TableName, Sequence> created;
    private final Map<Sequence, Sequence> kept = new LinkedHashMap<>();
    private final Map<TableName, TableName> renames = new LinkedHashMap<>();

    /**
     * @param before after all renames of tables and columns
     * @param earlier the same before tables moved to other modules, which no longer number a table that has moved
     */
    SequenceDiff(SchemaModel before, SchemaModel earlier, SchemaModel after) {
        this.after = after;
        this.gone = new TreeMap<>();
        before.sequences().forEach(sequence -> gone.put(sequence.name(), known(sequence, earlier)));
        this.created = new TreeMap<>(after.sequencesByName());
        for (var sequence : after.sequences()) {
            if (gone.containsKey(sequence.name())) {
                keep(gone.get(sequence.name()), sequence);
            }
        }
        List.copyOf(gone.values()).forEach(this::findRename);
    }

    private Sequence known(Sequence sequence, SchemaModel earlier) {
        var tables = earlier.sequence(sequence.name())
                .map(former ->
                        former.numbers().stream().map(NumberedColumn::table).collect(Collectors.toSet()))
                .orElseGet(Set::of);
        var moved = after.sequence(sequence.name()).stream()
                .filter(target -> isMoved(sequence, target))
                .flatMap(target -> target.numbers().stream())
                .filter(numbered -> tables.contains(numbered.table()));
        return sequence.withNumbers(Stream.concat(sequence.numbers().stream().filter(this::exists), moved)
                .toList());
    }

    private boolean exists(NumberedColumn numbered) {
        return after.table(numbered.table())
                .flatMap(table -> table.column(numbered.column()))
                .isPresent();
    }

    private void findRename(Sequence before) {
        created.values().stream()
                .filter(sequence -> sequence.module().equals(before.module()))
                .filter(sequence -> sequence.name()
                        .equals(before.name().renamed(sequence.name().name())))
                .filter(sequence -> !Collections.disjoint(sequence.numbers(), before.numbers()))
                .findFirst()
                .ifPresent(sequence -> {
                    renames.put(before.name(), sequence.name());
                    keep(before, sequence);
                });
    }

    private void keep(Sequence before, Sequence sequence) {
        gone.remove(before.name());
        created.remove(sequence.name());
        kept.put(before, sequence);
    }

    /** New names by old names. */
    Map<TableName, TableName> renames() {
        return renames;
    }

    /** By module: the sequences that it gives to another one. */
    SortedMap<String, List<Operation>> given() {
        var given = new TreeMap<String, List<Operation>>();
        kept.forEach((before, sequence) -> {
            if (isMoved(before, sequence)) {
                put(given, before.module(), stateOnly(new DropSequence(before.name())));
            }
        });
        return given;
    }

    /** By module: the sequences that it is given, as they were. */
    SortedMap<String, List<Operation>> taken() {
        var taken = new TreeMap<String, List<Operation>>();
        kept.forEach((before, sequence) -> {
            if (isMoved(before, sequence)) {
                put(taken, sequence.module(), stateOnly(new CreateSequence(before.withModule(sequence.module()))));
            }
        });
        return taken;
    }

    private static boolean isMoved(Sequence before, Sequence sequence) {
        return !before.module().equals(sequence.module());
    }

    private static Operation stateOnly(OnSequence change) {
        return new StateOnly(new Applied(change));
    }

    /** By module: changes and new sequences, once all columns exist. */
    SortedMap<String, List<Operation>> changes() {
        var changes = new TreeMap<String, List<Operation>>();
        kept.forEach((before, sequence) -> {
            var differing = differing(before, sequence);
            if (!differing.isEmpty()) {
                put(changes, sequence.module(), new AlterSequence(sequence.name(), differing));
            }
        });
        created.values().forEach(sequence -> put(changes, sequence.module(), new CreateSequence(sequence)));
        return changes;
    }

    private static List<SequenceChange> differing(Sequence before, Sequence sequence) {
        var changes = new ArrayList<SequenceChange>();
        if (before.increment() != sequence.increment()) {
            changes.add(new SequenceChange.Increment(sequence.increment()));
        }
        if (before.start() != sequence.start()) {
            changes.add(new SequenceChange.Start(sequence.start()));
        }
        if (!before.numbers().equals(sequence.numbers())) {
            changes.add(new SequenceChange.Numbers(sequence.numbers()));
        }
        return changes;
    }

    /** By module: sequences that number nothing any more, before their tables go. */
    SortedMap<String, List<Operation>> drops() {
        var drops = new TreeMap<String, List<Operation>>();
        gone.values().forEach(sequence -> put(drops, sequence.module(), new DropSequence(sequence.name())));
        return drops;
    }

    private static void put(SortedMap<String, List<Operation>> operations, String module, Operation operation) {
        operations.computeIfAbsent(module, ignored -> new ArrayList<>()).add(operation);
    }
}
