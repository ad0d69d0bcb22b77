package lamin.schema.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * A model state: the tables and sequences that a set of entities, a chain of migrations or a database describes.
 *
 * @param byName the tables by name
 * @param sequencesByName the sequences by name
 */
public record SchemaModel(SortedMap<TableName, Table> byName, SortedMap<TableName, Sequence> sequencesByName) {
    public static final SchemaModel EMPTY = new SchemaModel(new TreeMap<>(), new TreeMap<>());

    public SchemaModel {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
        sequencesByName = Collections.unmodifiableSortedMap(new TreeMap<>(sequencesByName));
    }

    /** Without sequences. */
    public static SchemaModel of(Collection<Table> tables) {
        return of(tables, List.of());
    }

    /** Refuses two tables with the same name on any database. */
    public static SchemaModel of(Collection<Table> tables, Collection<Sequence> sequences) {
        var byName = new TreeMap<TableName, Table>();
        var flatNames = new TreeMap<String, Table>();
        for (var table : tables) {
            var twin = flatNames.put(table.name().flat(), table);
            if (twin != null) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "two tables are called " + table.name().flat() + ": entity "
                                + twin.entity() + " of module " + twin.module() + " and entity " + table.entity()
                                + " of module " + table.module() + "; give one another @Table(name = ...)");
            }
            byName.put(table.name(), table);
        }
        var sequencesByName = new TreeMap<TableName, Sequence>();
        sequences.forEach(sequence -> sequencesByName.put(sequence.name(), sequence));
        return new SchemaModel(byName, sequencesByName);
    }

    public Collection<Table> tables() {
        return byName.values();
    }

    public Collection<Sequence> sequences() {
        return sequencesByName.values();
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Sequence> sequence(TableName name) {
        return Optional.ofNullable(sequencesByName.get(name));
    }

    /** With the tables that satisfy a condition, and all sequences. */
    public SchemaModel where(Predicate<Table> condition) {
        var kept = new TreeMap<>(byName);
        kept.values().removeIf(condition.negate());
        return new SchemaModel(kept, sequencesByName);
    }

    /** With each table changed, and the same sequences. */
    public SchemaModel withTables(UnaryOperator<Table> change) {
        return of(tables().stream().map(change).toList(), sequences());
    }

    /** With the sequences that satisfy a condition, changed. */
    public SchemaModel withSequences(Predicate<Sequence> condition, UnaryOperator<Sequence> change) {
        var changed = new TreeMap<TableName, Sequence>();
        sequences().stream().filter(condition).map(change).forEach(sequence -> changed.put(sequence.name(), sequence));
        return new SchemaModel(byName, changed);
    }

    /** With the tables and sequences of a module replaced by those of another state. */
    public SchemaModel with(SchemaModel replacement, String module) {
        return of(
                Stream.concat(
                                tables().stream()
                                        .filter(table -> !table.module().equals(module)),
                                replacement.tables().stream())
                        .toList(),
                Stream.concat(
                                sequences().stream()
                                        .filter(sequence -> !sequence.module().equals(module)),
                                replacement.sequences().stream())
                        .toList());
    }

    public SchemaModel ofModule(String module) {
        return where(table -> table.module().equals(module))
                .withSequences(sequence -> sequence.module().equals(module), sequence -> sequence);
    }
}
