package lamin.schema.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A counter from which programs take ids before they insert rows. A database without sequences keeps the next value in
 * a table {@code name(next_val)} with one row, as Hibernate does.
 *
 * @param name shares a namespace with the tables
 * @param module the schema module that owns it; empty if it belongs to no module
 * @param start the first value
 * @param increment the distance between two values, which programs may divide among new rows; at least 1
 * @param numbers the columns that get their values from it
 */
public record Sequence(TableName name, String module, long start, int increment, SortedSet<NumberedColumn> numbers) {
    /** A column whose values programs take from a sequence. */
    public record NumberedColumn(TableName table, String column) implements Comparable<NumberedColumn> {
        private static final Comparator<NumberedColumn> ORDER =
                Comparator.comparing(NumberedColumn::table).thenComparing(NumberedColumn::column);

        @Override
        public int compareTo(NumberedColumn other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    public Sequence {
        if (increment < 1) {
            throw new IllegalArgumentException(
                    "the increment of sequence " + name + " is " + increment + ", expected at least 1");
        }
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    /** A sequence that counts from 1 by 1. */
    public static Sequence of(TableName name, String module) {
        return new Sequence(name, module, 1, 1, Collections.emptySortedSet());
    }

    public Sequence renamed(TableName newName) {
        return new Sequence(newName, module, start, increment, numbers);
    }

    public Sequence withModule(String newModule) {
        return new Sequence(name, newModule, start, increment, numbers);
    }

    public Sequence withStart(long newStart) {
        return new Sequence(name, module, newStart, increment, numbers);
    }

    public Sequence withIncrement(int newIncrement) {
        return new Sequence(name, module, start, newIncrement, numbers);
    }

    public Sequence withNumbers(Collection<NumberedColumn> columns) {
        return new Sequence(name, module, start, increment, new TreeSet<>(columns));
    }

    /** With the columns that satisfy a condition. */
    public Sequence keeping(Predicate<NumberedColumn> condition) {
        return withNumbers(numbers.stream().filter(condition).toList());
    }

    /** With a change of each column, such as a new name. */
    public Sequence following(UnaryOperator<NumberedColumn> change) {
        return withNumbers(numbers.stream().map(change).collect(Collectors.toSet()));
    }
}
