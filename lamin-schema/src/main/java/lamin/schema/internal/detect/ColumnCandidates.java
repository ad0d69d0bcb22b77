package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Which new columns of a table a column that is gone may have become, the likeliest first: by their names, by type, key
 * and nullability, and by the columns beside them. Both are plain or both are computed.
 */
final class ColumnCandidates {
    private static final double OF_NAME = 0.5;
    private static final double OF_STRUCTURE = 0.35;
    private static final double OF_PLACE = 0.15;
    private static final double LEAST = 0.27;

    private final TablePair pair;
    private final TableMatching tables;
    private final Map<String, String> renames;

    /** @param renames of columns of the same table that are known */
    ColumnCandidates(TablePair pair, TableMatching tables, Map<String, String> renames) {
        this.pair = pair;
        this.tables = tables;
        this.renames = renames;
    }

    List<Candidate> of(Column before, Collection<Column> added) {
        return added.stream()
                .filter(after -> (before.generatedAs() == null) == (after.generatedAs() == null))
                .map(after -> candidate(before, after))
                .filter(candidate -> candidate.isEqual() || candidate.likeness() >= LEAST)
                .sorted(Comparator.comparingDouble(Candidate::likeness)
                        .reversed()
                        .thenComparing(Candidate::name))
                .toList();
    }

    private Candidate candidate(Column before, Column after) {
        double likeness = OF_NAME * Likeness.ofNames(plainName(pair.before(), before), plainName(pair.after(), after))
                + OF_STRUCTURE * structure(before, after)
                + OF_PLACE * place(before, after);
        return new Candidate(after.name(), changes(before, after), likeness);
    }

    /** A reference is called like its property, without the key that it points to. */
    private static String plainName(Table table, Column column) {
        var name = column.name();
        return target(table, column).isPresent() && name.endsWith("_id") ? name.substring(0, name.length() - 3) : name;
    }

    private List<String> changes(Column before, Column after) {
        var changes = new ArrayList<String>();
        if (!before.type().equals(after.type())) {
            changes.add(before.type().display() + " becomes " + after.type().display());
        }
        if (before.nullable() != after.nullable()) {
            changes.add(after.nullable() ? "becomes nullable" : "becomes NOT NULL");
        }
        var target = targetBefore(before);
        var newTarget = target(pair.after(), after);
        if (!target.equals(newTarget)) {
            changes.add(newTarget.map(name -> "points to " + name).orElse("is no longer a reference"));
        }
        return changes;
    }

    private double structure(Column before, Column after) {
        var target = targetBefore(before);
        var newTarget = target(pair.after(), after);
        if (target.isPresent() && newTarget.isPresent()) {
            return target.equals(newTarget) ? 1 : 0.3;
        }
        if (target.isPresent() != newTarget.isPresent()) {
            return before.type().equals(after.type()) ? 0.3 : 0;
        }
        double ofType = before.type().equals(after.type())
                ? 0.8
                : TypeFamily.of(before.type()).equals(TypeFamily.of(after.type())) ? 0.6 : 0.1;
        return ofType
                + (before.nullable() == after.nullable() ? 0.1 : 0)
                + (isKey(pair.before(), before) == isKey(pair.after(), after) ? 0.05 : 0)
                + (Normal.defaultOf(before).equals(Normal.defaultOf(after)) ? 0.025 : 0)
                + (Objects.equals(before.comment(), after.comment()) ? 0.025 : 0);
    }

    private static boolean isKey(Table table, Column column) {
        return table.isPrimaryKey(column.name())
                || table.hasKey(List.of(column.name()))
                || table.indexes().stream().anyMatch(index -> index.columns().contains(column.name()));
    }

    /** The columns on both sides, and how far from the top of the table it is. */
    private double place(Column before, Column after) {
        var old = pair.before().columns().stream().map(Column::name).toList();
        var current = pair.after().columns().stream().map(Column::name).toList();
        int from = old.indexOf(before.name());
        int to = current.indexOf(after.name());
        double distance = Math.abs((double) from / old.size() - (double) to / current.size());
        return (isSame(old, from - 1, current, to - 1) ? 0.35 : 0)
                + (isSame(old, from + 1, current, to + 1) ? 0.35 : 0)
                + 0.3 * (1 - distance);
    }

    /** Whether both are the same column, or both beyond the end. */
    private boolean isSame(List<String> old, int from, List<String> current, int to) {
        boolean isEnd = from < 0 || from >= old.size();
        boolean isOtherEnd = to < 0 || to >= current.size();
        if (isEnd || isOtherEnd) {
            return isEnd && isOtherEnd;
        }
        var name = old.get(from);
        return renames.getOrDefault(name, name).equals(current.get(to));
    }

    private Optional<TableName> targetBefore(Column before) {
        return target(pair.before(), before)
                .map(target -> tables.pairOf(target)
                        .map(renamed -> renamed.after().name())
                        .orElse(target));
    }

    private static Optional<TableName> target(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .map(ForeignKey::target)
                .findFirst();
    }
}
