package lamin.schema.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lamin.schema.model.ColumnType;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.property.DraftTable.Unique;
import org.jspecify.annotations.Nullable;

/** Carries out edits on a draft, at places that chance decides. */
final class Editor {
    /** They find little to change, because few columns are numbered. */
    private static final RandomEdit[] OF_SEQUENCES = {
        RandomEdit.ADD_SEQUENCE,
        RandomEdit.ADD_SEQUENCE,
        RandomEdit.RENAME_SEQUENCE,
        RandomEdit.CHANGE_SEQUENCE,
        RandomEdit.DROP_SEQUENCE
    };

    final Draft draft;
    final Dice dice;
    final RandomParts parts;
    final RandomColumns columns;
    private int number;

    Editor(Draft draft, Dice dice) {
        this.draft = draft;
        this.dice = dice;
        this.parts = new RandomParts(draft, dice);
        this.columns = new RandomColumns(dice);
    }

    /** So many edits, fewer where they find nothing to change; the kinds of those that were made. */
    List<RandomEdit> edit(int count) {
        var made = new ArrayList<RandomEdit>();
        for (int attempt = 0; made.size() < count && attempt < 20 * count; attempt++) {
            var edit = dice.chance(15) ? dice.oneOf(OF_SEQUENCES) : dice.oneOf(RandomEdit.values());
            if (edit.apply(this)) {
                made.add(edit);
            }
        }
        return made;
    }

    int number() {
        return ++number;
    }

    /** At the first table that the change fits. */
    boolean onTable(Predicate<DraftTable> change) {
        return dice.some(draft.tables, draft.tables.size()).stream().anyMatch(change);
    }

    boolean onSequence(Consumer<DraftSequence> change) {
        var sequence = dice.oneOf(draft.sequences);
        sequence.ifPresent(change);
        return sequence.isPresent();
    }

    /** At the first column that it fits. */
    boolean onColumn(Predicate<DraftColumn> condition, BiPredicate<DraftTable, DraftColumn> change) {
        return onTable(table -> dice.some(table.columns, table.columns.size()).stream()
                .filter(condition)
                .anyMatch(column -> change.test(table, column)));
    }

    boolean renameTable(DraftTable table) {
        var name = parts.tableName(table.module);
        name.ifPresent(free -> rename(table, free));
        return name.isPresent();
    }

    /** The entity follows, or its author gives the table a name of its own. */
    private void rename(DraftTable table, TableName name) {
        var entity = Table.impliedEntity(name, table.module);
        boolean follows = dice.chance(70) && draft.isFreeEntity(table.module, entity);
        table.name = name;
        table.entity = follows ? entity : table.entity;
    }

    boolean swapName(DraftTable table) {
        var others = draft.tables.stream()
                .filter(other -> other != table && other.module.equals(table.module))
                .filter(other -> other.formerName != null && table.formerName != null)
                .toList();
        var other = dice.oneOf(others);
        other.ifPresent(second -> {
            var name = table.name;
            var entity = table.entity;
            table.name = second.name;
            table.entity = second.entity;
            second.name = name;
            second.entity = entity;
        });
        return other.isPresent();
    }

    boolean move(DraftTable table) {
        var modules = draft.modules.stream()
                .filter(module -> !module.equals(table.module))
                .filter(module -> fits(table, module))
                .toList();
        var module = table.formerName == null ? Optional.<String>empty() : dice.oneOf(modules);
        module.ifPresent(taker -> {
            table.module = taker;
            parts.tableName(taker).ifPresent(name -> table.name = name);
        });
        return module.isPresent();
    }

    private boolean fits(DraftTable table, String module) {
        int place = draft.modules.indexOf(module);
        return draft.isFreeEntity(module, table.entity)
                && table.references.stream()
                        .allMatch(key -> key.target == table || draft.modules.indexOf(key.target.module) <= place)
                && draft.tables.stream()
                        .filter(other -> other != table)
                        .filter(other -> other.references.stream().anyMatch(key -> key.target == table))
                        .allMatch(other -> draft.modules.indexOf(other.module) >= place);
    }

    boolean renameColumn(DraftTable table, DraftColumn column) {
        var name = column.formerName == null ? parts.newColumnName(table) : freeName(table);
        name.ifPresent(free -> {
            boolean follows = column.property.equals(column.name) && dice.chance(70);
            column.name = free;
            column.property = follows ? free : column.property;
        });
        return name.isPresent();
    }

    /** It may have been another column's, which is gone or renamed. */
    private Optional<String> freeName(DraftTable table) {
        return dice.oneOf(RandomColumns.NAMES).filter(name -> RandomParts.isFree(table, name));
    }

    boolean swapName(DraftTable table, DraftColumn column) {
        var other = dice.oneOf(table.columns.stream()
                .filter(candidate -> candidate != column && candidate.formerName != null)
                .filter(candidate -> (candidate.generatedAs == null) == (column.generatedAs == null))
                .toList());
        other.ifPresent(second -> {
            var name = column.name;
            var property = column.property;
            column.name = second.name;
            column.property = second.property;
            second.name = name;
            second.property = property;
        });
        return other.isPresent();
    }

    boolean changeType(DraftTable table, DraftColumn column) {
        boolean isFixed = column.formerName == null
                || column.hasRows != table.hasRows
                || column.identity
                || column.isUniform
                || column.isReference
                || column.isTarget
                || isInReference(table, column)
                || table.isInFormula(column);
        var type = isFixed
                ? Optional.<ColumnType>empty()
                : columns.otherType(column).filter(other -> Values.areDistinct(other) || !isDistinct(table, column));
        type.ifPresent(other -> {
            column.type = other;
            column.defaultValue = column.defaultValue == null || dice.chance(50) ? null : columns.defaultValue(column);
            column.collation = RandomColumns.isText(other) ? column.collation : null;
        });
        return type.isPresent();
    }

    /** Whether no two rows may have the same value, or might not at one time. */
    private static boolean isDistinct(DraftTable table, DraftColumn column) {
        return column.isKey || column.isIndexed || table.isMentioned(column);
    }

    /** With all columns that point to it, and those that point to them. */
    boolean changeTypeOfKey(DraftTable table, DraftColumn column) {
        var types = List.of(ColumnTypes.int32(), ColumnTypes.int64(), ColumnTypes.string(20), ColumnTypes.text());
        var chain = new KeyChain(draft, table, column);
        boolean isChanged = isInReference(table, column) && types.contains(column.type) && chain.mayChange();
        if (isChanged) {
            chain.change(dice.oneOf(types).orElseThrow());
        }
        return isChanged;
    }

    private boolean isInReference(DraftTable table, DraftColumn column) {
        return Stream.concat(
                        table.references.stream().flatMap(key -> key.columns.stream()),
                        draft.referencesTo(table).flatMap(key -> key.targetColumns.stream()))
                .anyMatch(column::equals);
    }

    boolean changeNullability(DraftTable table, DraftColumn column) {
        boolean isKey = table.keys().anyMatch(key -> key.columns.contains(column))
                || table.indexes.stream().anyMatch(index -> index.unique && index.isOn(column));
        if (table.isInPrimaryKey(column)
                || (column.nullable && (isKey || isInReference(table, column) || !isFillable(column)))) {
            return false;
        }
        if (column.nullable) {
            column.isUniform = true;
            column.isFilled = true;
            column.nullable = false;
        } else {
            column.nullable = table.references.stream().noneMatch(key -> key.columns.contains(column));
        }
        return true;
    }

    private static boolean isFillable(DraftColumn column) {
        return !(column.type instanceof ColumnType.Bytes) && column.formerName != null;
    }

    /** Both databases number the one column of a primary key. */
    boolean changeIdentity(DraftTable table, DraftColumn column) {
        var key = table.primaryKey;
        boolean mayBeNumbered = key != null
                && key.columns.equals(List.of(column))
                && column.type instanceof ColumnType.Int64
                && column.generatedAs == null
                && !column.nullable
                && column.defaultValue == null
                && table.references.stream().noneMatch(reference -> reference.columns.contains(column));
        column.identity = mayBeNumbered != column.identity;
        return mayBeNumbered;
    }

    /** It is computed otherwise, or no longer. */
    boolean changeGeneration(DraftTable table, DraftColumn column) {
        var formula = column.generatedAs;
        if (formula == null) {
            return false;
        }
        column.generatedAs =
                dice.chance(30) ? null : new Formula("coalesce(" + formula.pattern() + ", null)", formula.columns());
        return true;
    }

    /** A table keeps one column at least. */
    boolean dropColumn(DraftTable table, DraftColumn column) {
        if (table.columns.size() <= 1 + table.generatedFrom(column).count()) {
            return false;
        }
        draft.drop(table, column);
        return true;
    }

    boolean changeConstants(DraftTable table, DraftColumn column) {
        if (column.defaultValue != null || dice.chance(20)) {
            column.constants = column.defaultValue != null ? column.constants : List.of();
            return column.defaultValue == null;
        }
        if (dice.chance(25)) {
            column.constants = dice.some(column.constants, column.constants.size());
            return true;
        }
        var added = columns.newConstant(column);
        var lasting = column.lastingConstants;
        if (dice.chance(30) && column.constants.size() > 2 && lasting != null && lasting.size() > 2) {
            column.constants = column.constants.subList(0, column.constants.size() - 1);
            return true;
        }
        added.ifPresent(constant -> column.constants =
                Stream.concat(column.constants.stream(), Stream.of(constant)).toList());
        return added.isPresent();
    }

    boolean addIdentity(DraftTable table) {
        if (table.primaryKey != null || !RandomParts.isFree(table, "id") || !parts.isNew(table, "id")) {
            return false;
        }
        parts.addIdentity(table);
        return true;
    }

    /** Another key may come in its place. */
    boolean dropPrimaryKey(DraftTable table) {
        var key = table.primaryKey;
        if (key == null || key.columns.stream().anyMatch(column -> column.identity)) {
            return false;
        }
        dropKey(table, key);
        if (dice.chance(50)) {
            parts.addPrimaryKey(table);
        }
        return true;
    }

    /** Takes a key away, and the foreign keys to it. */
    boolean dropKey(DraftTable table, Unique key) {
        draft.tables.forEach(other ->
                other.references.removeIf(one -> one.target == table && one.targetColumns.equals(key.columns)));
        if (key == table.primaryKey) {
            table.primaryKey = null;
        }
        table.uniques.remove(key);
        return true;
    }

    boolean renameConstraint(DraftTable table) {
        var renames = new ArrayList<Runnable>();
        table.keys().forEach(key -> renames.add(() -> key.name = renamed(key.name)));
        table.references.forEach(key -> renames.add(() -> key.name = renamed(key.name)));
        table.checks.forEach(check -> renames.add(() -> check.name = renamed(check.name)));
        var rename = dice.oneOf(renames);
        rename.ifPresent(Runnable::run);
        return rename.isPresent();
    }

    private @Nullable String renamed(@Nullable String name) {
        return name == null || dice.chance(50) ? draft.freshName() : null;
    }
}
