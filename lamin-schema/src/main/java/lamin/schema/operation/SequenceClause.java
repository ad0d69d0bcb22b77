package lamin.schema.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.SequenceChange;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** {@code op.createSequence("x")} or {@code op.alterSequence("x")} and its options. */
public final class SequenceClause implements Clause {
    private final String sequence;
    private final BiFunction<TableName, List<SequenceChange>, Operation> operation;
    private final List<SequenceChange> changes = new ArrayList<>();
    private final SortedSet<NumberedColumn> columns = new TreeSet<>();
    private @Nullable String schema;
    private boolean isNumbering;

    SequenceClause(String sequence, BiFunction<TableName, List<SequenceChange>, Operation> operation) {
        this.sequence = sequence;
        this.operation = operation;
    }

    public SequenceClause schema(String name) {
        schema = name;
        return this;
    }

    /** The first value; 1 if not set. */
    public SequenceClause startWith(long start) {
        changes.add(new SequenceChange.Start(start));
        return this;
    }

    /** The distance between two values, Hibernate's {@code allocationSize}; 1 if not set. */
    public SequenceClause incrementBy(int increment) {
        changes.add(new SequenceChange.Increment(increment));
        return this;
    }

    /**
     * A column that gets its values from the sequence, which goes on after the highest value that the column holds. One
     * call for each column; an {@code alterSequence} names all of them.
     *
     * @param table {@code table} or {@code schema.table}
     */
    public SequenceClause numbers(String table, String column) {
        isNumbering = true;
        columns.add(new NumberedColumn(TableName.parse(table), column));
        return this;
    }

    /** No column gets its values from the sequence. */
    public SequenceClause numbersNothing() {
        isNumbering = true;
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        var all = new ArrayList<>(changes);
        if (isNumbering) {
            all.add(new SequenceChange.Numbers(columns));
        }
        return Stream.of(operation.apply(TableName.of(schema, sequence), all));
    }
}
