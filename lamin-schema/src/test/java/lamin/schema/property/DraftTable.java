package lamin.schema.property;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Names;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** A table that edits change in place. */
final class DraftTable {
    TableName name;
    String module;
    String entity;

    @Nullable
    String comment;

    final List<DraftColumn> columns = new ArrayList<>();

    @Nullable
    Unique primaryKey;

    final List<Reference> references = new ArrayList<>();
    final List<Unique> uniques = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final List<DraftIndex> indexes = new ArrayList<>();

    /** What a step began with; null where it was not there. */
    @Nullable
    TableName formerName;

    boolean hasRows;

    DraftTable(TableName name, String module) {
        this.name = name;
        this.module = module;
        this.entity = Table.impliedEntity(name, module);
    }

    /** Columns that are unique, or the primary key. */
    static final class Unique {
        @Nullable
        String name;

        final List<DraftColumn> columns;

        Unique(@Nullable String name, List<DraftColumn> columns) {
            this.name = name;
            this.columns = List.copyOf(columns);
        }
    }

    /** A foreign key. */
    static final class Reference {
        @Nullable
        String name;

        final List<DraftColumn> columns;
        DraftTable target;
        List<DraftColumn> targetColumns;
        OnDelete onDelete = OnDelete.NO_ACTION;
        boolean deferrable;

        Reference(List<DraftColumn> columns, DraftTable target, List<DraftColumn> targetColumns) {
            this.columns = List.copyOf(columns);
            this.target = target;
            this.targetColumns = List.copyOf(targetColumns);
            columns.forEach(column -> column.isReference = true);
        }
    }

    static final class Check {
        @Nullable
        String name;

        final Formula formula;

        Check(@Nullable String name, Formula formula) {
            this.name = name;
            this.formula = formula;
        }
    }

    /** One part of an index: a column, or an expression. */
    record Key(Formula formula, boolean expression, boolean descending) {}

    static final class DraftIndex {
        @Nullable
        String name;

        List<Key> keys;
        boolean unique;

        @Nullable
        Formula where;

        DraftIndex(@Nullable String name, List<Key> keys, boolean unique, @Nullable Formula where) {
            this.name = name;
            this.keys = List.copyOf(keys);
            this.unique = unique;
            this.where = where;
        }

        /** The columns it is on, expressions left out. */
        List<DraftColumn> columns() {
            return keys.stream()
                    .filter(key -> !key.expression())
                    .map(key -> key.formula().columns().getFirst())
                    .toList();
        }

        boolean isOn(DraftColumn column) {
            return formulas().anyMatch(formula -> formula.columns().contains(column));
        }

        private Stream<Formula> formulas() {
            return Stream.concat(keys.stream().map(Key::formula), Stream.ofNullable(where));
        }

        Index render() {
            var rendered = keys.stream()
                    .map(key -> key.expression()
                            ? Index.Key.expression(key.formula().sql(), key.descending())
                            : new Index.Key.OnColumn(key.formula().columns().getFirst().name, key.descending()))
                    .toList();
            var condition = where;
            return new Index(name, rendered, unique, null).where(condition == null ? null : condition.sql());
        }
    }

    /** All lists of columns of which no two rows have the same values. */
    Stream<Unique> keys() {
        return Stream.concat(Stream.ofNullable(primaryKey), uniques.stream());
    }

    boolean isInPrimaryKey(DraftColumn column) {
        var key = primaryKey;
        return key != null && key.columns.contains(column);
    }

    /** Whether anything but its own definition mentions the column. */
    boolean isMentioned(DraftColumn column) {
        return keys().anyMatch(key -> key.columns.contains(column))
                || references.stream().anyMatch(key -> key.columns.contains(column))
                || isInFormula(column)
                || indexes.stream().anyMatch(index -> index.isOn(column));
    }

    boolean isInFormula(DraftColumn column) {
        var generated = columns.stream().flatMap(other -> Stream.ofNullable(other.generatedAs));
        var inChecks = checks.stream().map(check -> check.formula);
        var inIndexes = indexes.stream()
                .flatMap(index -> Stream.concat(
                        index.keys.stream().filter(Key::expression).map(Key::formula), Stream.ofNullable(index.where)));
        return !column.constants.isEmpty()
                || Stream.of(generated, inChecks, inIndexes)
                        .flatMap(formulas -> formulas)
                        .anyMatch(formula -> formula.columns().contains(column));
    }

    Stream<DraftColumn> generatedFrom(DraftColumn column) {
        return columns.stream()
                .filter(other ->
                        other.generatedAs != null && other.generatedAs.columns().contains(column));
    }

    /** Takes a column away, and all that is on it. */
    void drop(DraftColumn column) {
        generatedFrom(column).toList().forEach(this::drop);
        columns.remove(column);
        if (isInPrimaryKey(column)) {
            primaryKey = null;
        }
        uniques.removeIf(key -> key.columns.contains(column));
        references.removeIf(key -> key.columns.contains(column));
        checks.removeIf(check -> check.formula.columns().contains(column));
        indexes.removeIf(index -> index.isOn(column));
    }

    /** A step ends here. */
    void remember() {
        formerName = name;
        columns.forEach(DraftColumn::remember);
        keys().flatMap(key -> key.columns.stream()).forEach(column -> column.isKey = true);
        Stream.ofNullable(primaryKey).flatMap(key -> key.columns.stream()).forEach(column -> column.isPrimary = true);
        for (var key : references) {
            key.columns.forEach(column -> column.isKey = true);
            key.targetColumns.forEach(column -> column.isKey = column.isTarget = true);
        }
        columns.stream().filter(this::isMentioned).forEach(column -> column.isIndexed = true);
    }

    Table render() {
        var key = primaryKey;
        return new Table(
                name,
                module,
                entity,
                columns.stream().map(DraftColumn::render).toList(),
                key == null ? null : new PrimaryKey(key.name, names(key.columns)),
                references.stream().map(DraftTable::render).toList(),
                uniques.stream()
                        .map(unique -> new UniqueConstraint(unique.name, names(unique.columns)))
                        .toList(),
                Stream.concat(enumChecks(), checks.stream().map(DraftTable::render))
                        .toList(),
                indexes.stream().map(DraftIndex::render).toList(),
                comment);
    }

    private static ForeignKey render(Reference key) {
        return new ForeignKey(
                key.name, names(key.columns), key.target.name, names(key.targetColumns), key.onDelete, key.deferrable);
    }

    private static CheckConstraint render(Check check) {
        return new CheckConstraint(check.name, check.formula.sql());
    }

    private Stream<CheckConstraint> enumChecks() {
        return columns.stream()
                .filter(column -> !column.constants.isEmpty())
                .map(column -> new CheckConstraint(
                        Names.ofEnumCheck(name, column.name),
                        Formula.of("%s in (" + literals(column.constants) + ")", column)
                                .sql()));
    }

    private static String literals(List<String> constants) {
        return constants.stream().map(SqlTokens::literal).collect(Collectors.joining(", "));
    }

    private static List<String> names(List<DraftColumn> columns) {
        return columns.stream().map(column -> column.name).toList();
    }
}
