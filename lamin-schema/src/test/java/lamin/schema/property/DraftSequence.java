package lamin.schema.property;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.TableName;

/** A sequence that edits change in place. */
final class DraftSequence {
    TableName name;
    final String module;
    long start;
    int increment;
    final List<Numbered> numbers = new ArrayList<>();

    /** A column that gets its values from the sequence. */
    record Numbered(DraftTable table, DraftColumn column) {}

    DraftSequence(TableName name, String module, long start, int increment) {
        this.name = name;
        this.module = module;
        this.start = start;
        this.increment = increment;
    }

    /** A sequence has larger numbers, but rows may hold the largest one of 64 bits, after which there is none. */
    static boolean mayNumber(DraftColumn column) {
        return column.type instanceof ColumnType.Int32 && column.isPlain();
    }

    /** Leaves out what edits have taken away from it; false if nothing is left. */
    boolean prune(List<DraftTable> tables) {
        numbers.removeIf(numbered -> !tables.contains(numbered.table)
                || !numbered.table.module.equals(module)
                || !numbered.table.columns.contains(numbered.column)
                || !mayNumber(numbered.column));
        return !numbers.isEmpty();
    }

    Sequence render() {
        return Sequence.of(name, module)
                .withStart(start)
                .withIncrement(increment)
                .withNumbers(numbers.stream()
                        .map(numbered -> new NumberedColumn(numbered.table.name, numbered.column.name))
                        .toList());
    }
}
