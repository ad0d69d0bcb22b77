package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The new tables that a missing table may have become, the likeliest first: those of its module that share columns,
 * references or words of their names with it, and the table of the entity with the same name in another module. Only the name
 * changes if columns agree in number, types and nullability and foreign keys differ at most by such a rename.
 */
final class TableCandidates {
    private static final double OF_NAME = 0.4;
    private static final double OF_COLUMNS = 0.4;
    private static final double OF_REFERENCES = 0.2;
    private static final double OF_OTHER_TYPE = 0.6;
    private static final double LEAST = 0.15;

    /** Beyond so many pairs only equal ones are looked for: nobody answers that many questions. */
    private static final long MOST_PAIRS = 10_000;

    private final SortedMap<TableName, Table> gone;
    private final Map<TableName, TableName> renames;
    private final Map<Shape, List<Table>> byShape;
    private final Map<String, List<Table>> byModule;
    private final Map<String, List<Table>> byEntity;
    private final Map<TableName, Features> featuresBefore;
    private final Map<TableName, Features> featuresAfter;

    /** The properties that must agree for two tables to differ by name alone. */
    private record Shape(String module, List<String> columns, List<String> targets) {}

    /**
     * The features that two tables may share.
     *
     * @param columns kinds by name
     * @param references the tables that it references, and those that reference it
     */
    private record Features(Map<String, TypeFamily> columns, Set<String> references) {}

    TableCandidates(SortedMap<TableName, Table> gone, SortedMap<TableName, Table> added, List<TablePair> pairs) {
        this.gone = gone;
        this.renames = pairs.stream()
                .collect(Collectors.toMap(
                        pair -> pair.before().name(), pair -> pair.after().name()));
        this.byShape = added.values().stream().collect(Collectors.groupingBy(table -> shape(table, added)));
        this.byModule = (long) gone.size() * added.size() > MOST_PAIRS
                ? Map.of()
                : added.values().stream().collect(Collectors.groupingBy(Table::module));
        this.byEntity = added.values().stream().collect(Collectors.groupingBy(TableCandidates::entity));
        var before = Stream.concat(gone.values().stream(), pairs.stream().map(TablePair::before));
        var after = Stream.concat(added.values().stream(), pairs.stream().map(TablePair::after));
        this.featuresBefore = features(before.toList(), gone, name -> renames.getOrDefault(name, name));
        this.featuresAfter = features(after.toList(), added, Function.identity());
    }

    /** The features of open tables; references have the names after the change. */
    private static Map<TableName, Features> features(
            List<Table> tables, Map<TableName, Table> open, Function<TableName, TableName> nameAfter) {
        var features = new HashMap<TableName, Features>();
        open.values().forEach(table -> features.put(table.name(), new Features(columns(table), new HashSet<>())));
        for (var table : tables) {
            for (var key : table.foreignKeys()) {
                var own = features.get(table.name());
                if (own != null && !open.containsKey(key.target())) {
                    own.references().add("to " + nameAfter.apply(key.target()));
                }
                var target = features.get(key.target());
                if (target != null && !open.containsKey(table.name())) {
                    target.references().add("from " + nameAfter.apply(table.name()));
                }
            }
        }
        return features;
    }

    /** A key called {@code id} is left out: most tables have it. */
    private static Map<String, TypeFamily> columns(Table table) {
        return table.columns().stream()
                .filter(column -> !(column.name().equals("id") && table.isPrimaryKey("id")))
                .collect(Collectors.toMap(Column::name, column -> TypeFamily.of(column.type())));
    }

    List<Candidate> of(Table before) {
        var equal = byShape.getOrDefault(shape(before, gone), List.of()).stream();
        var moved = byEntity.getOrDefault(entity(before), List.of()).stream()
                .filter(after -> !before.module().equals(after.module()));
        var alike = Stream.concat(equal, moved)
                .filter(after -> !after.name().equals(before.name()))
                .map(after -> new Candidate(after.name().toString(), List.of(), likeness(before, after)))
                .toList();
        var names = alike.stream().map(Candidate::name).collect(Collectors.toSet());
        var others = byModule.getOrDefault(before.module(), List.of()).stream()
                .filter(after -> !names.contains(after.name().toString()) && !areOtherLinks(before, after))
                .map(after -> new Candidate(after.name().toString(), changes(before, after), likeness(before, after)))
                .filter(candidate -> candidate.likeness() >= LEAST);
        return Stream.concat(alike.stream(), others)
                .sorted(Comparator.comparingDouble(Candidate::likeness)
                        .reversed()
                        .thenComparing(Candidate::name))
                .toList();
    }

    /** Links to other rows than before, such as those that are still called the same. */
    private boolean areOtherLinks(Table before, Table after) {
        return TableMatching.isOfLinks(before)
                && TableMatching.isOfLinks(after)
                && !targets(before, gone).equals(targets(after, Map.of()));
    }

    private double likeness(Table before, Table after) {
        var old = features(featuresBefore, before);
        var current = features(featuresAfter, after);
        return OF_NAME * Likeness.ofNames(before.entity(), after.entity())
                + OF_COLUMNS * ofColumns(old.columns(), current.columns())
                + OF_REFERENCES * Likeness.ofSets(old.references(), current.references());
    }

    /** What they share of all that either has; columns of like names are shared in part. */
    private static double ofColumns(Map<String, TypeFamily> old, Map<String, TypeFamily> current) {
        double shared = 0;
        for (var column : old.entrySet()) {
            shared += current.containsKey(column.getKey())
                    ? ofFamilies(column.getValue(), current.get(column.getKey()))
                    : current.entrySet().stream()
                            .mapToDouble(other -> ofFamilies(column.getValue(), other.getValue())
                                    * Likeness.ofNames(column.getKey(), other.getKey()))
                            .max()
                            .orElse(0);
        }
        shared = Math.min(shared, current.size());
        double all = old.size() + current.size() - shared;
        return all == 0 ? 0 : shared / all;
    }

    private static double ofFamilies(TypeFamily one, @Nullable TypeFamily other) {
        return one == other ? 1 : OF_OTHER_TYPE;
    }

    private static Features features(Map<TableName, Features> features, Table table) {
        return features.getOrDefault(table.name(), new Features(Map.of(), Set.of()));
    }

    private static List<String> changes(Table before, Table after) {
        var old = before.columns().stream().map(Column::name).collect(Collectors.toSet());
        var current = after.columns().stream().map(Column::name).collect(Collectors.toSet());
        var changes = new ArrayList<String>();
        counted(old, current, "fewer").ifPresent(changes::add);
        counted(current, old, "new").ifPresent(changes::add);
        return changes.isEmpty() ? List.of("columns or references change") : changes;
    }

    private static Optional<String> counted(Set<String> columns, Set<String> others, String word) {
        long count = columns.stream().filter(column -> !others.contains(column)).count();
        return count == 0 ? Optional.empty() : Optional.of(count + " " + word + (count == 1 ? " column" : " columns"));
    }

    private static String entity(Table table) {
        return table.entity().toLowerCase(Locale.ROOT);
    }

    private Shape shape(Table table, Map<TableName, Table> open) {
        return new Shape(
                table.module(),
                table.columns().stream().map(TableCandidates::shape).sorted().toList(),
                targets(table, open));
    }

    private static String shape(Column column) {
        return column.type().display() + (column.nullable() ? "" : " not null");
    }

    /** The tables that it references; those that may have been renamed themselves are not distinguished. */
    private List<String> targets(Table table, Map<TableName, Table> open) {
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .map(target -> open.containsKey(target)
                        ? "?"
                        : renames.getOrDefault(target, target).toString())
                .sorted()
                .toList();
    }
}
