package lamin.schema.internal.operation;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;

/** One change by an {@link Operation.AlterSequence}. */
public sealed interface SequenceChange {
    record Increment(int increment) implements SequenceChange {}

    record Start(long start) implements SequenceChange {}

    /** The columns that the sequence numbers from now on. */
    record Numbers(SortedSet<NumberedColumn> columns) implements SequenceChange {
        public Numbers {
            columns = Collections.unmodifiableSortedSet(new TreeSet<>(columns));
        }

        public static Numbers of(Collection<NumberedColumn> columns) {
            return new Numbers(new TreeSet<>(columns));
        }
    }

    /** The sequence with this change. */
    default Sequence appliedTo(Sequence sequence) {
        return switch (this) {
            case Increment(var increment) -> sequence.withIncrement(increment);
            case Start(var start) -> sequence.withStart(start);
            case Numbers(var columns) -> sequence.withNumbers(columns);
        };
    }

    /** The change that takes this one back. */
    default SequenceChange reversed(Sequence before) {
        return switch (this) {
            case Increment ignored -> new Increment(before.increment());
            case Start ignored -> new Start(before.start());
            case Numbers ignored -> new Numbers(before.numbers());
        };
    }
}
