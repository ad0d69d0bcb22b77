package lamin.schema.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.property.DraftTable.Check;
import lamin.schema.property.DraftTable.DraftIndex;
import lamin.schema.property.DraftTable.Reference;
import lamin.schema.property.DraftTable.Unique;

/** Tables, keys, checks and indexes by chance. Each method leaves the draft alone where nothing fits, and says so. */
final class RandomParts {
    private static final List<String> TABLES =
            List.of("sample", "donor", "plate", "batch", "order", "user", "panel", "device", "größe", "group", "study");

    private final Draft draft;
    private final Dice dice;
    private final RandomColumns columns;

    RandomParts(Draft draft, Dice dice) {
        this.draft = draft;
        this.dice = dice;
        this.columns = new RandomColumns(dice);
    }

    /** A name that no table has. */
    Optional<TableName> tableName(String module) {
        return dice.oneOf(TABLES)
                .map(word -> TableName.of(dice.chance(12) ? "lab" : null, module + "_" + word))
                .filter(draft::isFree);
    }

    boolean addTable() {
        var module = dice.oneOf(draft.modules).orElseThrow();
        var name = tableName(module).filter(free -> !draft.isOfDropped(free)).filter(this::isNewEntity);
        name.ifPresent(free -> draft.tables.add(table(new DraftTable(free, module))));
        return name.isPresent();
    }

    /** A new table is taken for the one before whose entity it has. */
    private boolean isNewEntity(TableName name) {
        return Stream.concat(
                        draft.former().tables().stream().map(Table::entity),
                        draft.tables.stream().map(table -> table.entity))
                .noneMatch(entity -> name.name().endsWith("_" + entity));
    }

    /** For one column, or for columns of two tables. */
    boolean addSequence() {
        var first = dice.some(draft.modules, draft.modules.size()).stream()
                .flatMap(module -> numbered(module).stream())
                .findFirst();
        first.ifPresent(numbered -> {
            var module = numbered.table().module;
            var name = TableName.of(dice.chance(12) ? "lab" : null, module + "_" + draft.freshName());
            var sequence = new DraftSequence(name, module, dice.oneOf(1, 7, 1000), dice.oneOf(1, 10, 50));
            sequence.numbers.add(numbered);
            if (dice.chance(40)) {
                numbered(module).ifPresent(sequence.numbers::add);
            }
            draft.sequences.add(sequence);
        });
        return first.isPresent();
    }

    /** A column of a module that no sequence numbers yet. */
    Optional<DraftSequence.Numbered> numbered(String module) {
        return dice.oneOf(draft.tables.stream()
                .filter(table -> table.module.equals(module))
                .flatMap(table -> table.columns.stream()
                        .filter(DraftSequence::mayNumber)
                        .map(column -> new DraftSequence.Numbered(table, column)))
                .filter(numbered -> draft.sequences.stream().noneMatch(other -> other.numbers.contains(numbered)))
                .toList());
    }

    private DraftTable table(DraftTable table) {
        if (dice.chance(20)) {
            table.comment = columns.comment();
        }
        addKeyColumns(table);
        int count = dice.between(1, 5);
        for (int i = 0; i < count; i++) {
            addColumn(table);
        }
        if (dice.chance(15)) {
            addGenerated(table);
        }
        for (int i = dice.below(3); i > 0; i--) {
            addReference(table);
        }
        for (int i = dice.below(4); i > 0; i--) {
            addPart(table);
        }
        return table;
    }

    private void addPart(DraftTable table) {
        switch (dice.below(4)) {
            case 0 -> addUnique(table);
            case 1 -> addCheck(table);
            default -> addIndex(table);
        }
    }

    private void addKeyColumns(DraftTable table) {
        switch (dice.below(12)) {
            case 0, 10, 11 -> {}
            case 1 -> addPrimaryKey(table, key("code", false), key("number", true));
            case 2 -> addPrimaryKey(table, key("uid", false));
            case 3 -> addPrimaryKey(table, key("id", true));
            default -> addIdentity(table);
        }
    }

    private static DraftColumn key(String name, boolean isNumber) {
        var column = new DraftColumn(name, isNumber ? ColumnTypes.int64() : ColumnTypes.string(20));
        column.nullable = false;
        return column;
    }

    private void addPrimaryKey(DraftTable table, DraftColumn... key) {
        table.columns.addAll(List.of(key));
        table.primaryKey = new Unique(dice.chance(20) ? draft.freshName() : null, List.of(key));
    }

    void addIdentity(DraftTable table) {
        var id = new DraftColumn("id", ColumnTypes.int64());
        id.nullable = false;
        id.identity = true;
        addPrimaryKey(table, id);
    }

    /** A name that no column of the table has, nor had one that is gone. */
    Optional<String> newColumnName(DraftTable table) {
        return dice.oneOf(RandomColumns.NAMES)
                .filter(name -> isFree(table, name))
                .filter(name -> !isOfDropped(table, name));
    }

    static boolean isFree(DraftTable table, String name) {
        return table.columns.stream()
                .noneMatch(column -> column.name.equalsIgnoreCase(name) || column.property.equalsIgnoreCase(name));
    }

    boolean isNew(DraftTable table, String name) {
        return !isOfDropped(table, name);
    }

    private boolean isOfDropped(DraftTable table, String name) {
        return table.formerName != null
                && draft.former().table(table.formerName).orElseThrow().columns().stream()
                        .filter(column -> table.columns.stream()
                                .noneMatch(kept -> column.name().equals(kept.formerName)))
                        .anyMatch(column -> column.name().equals(name)
                                || column.property().equals(name)
                                || column.property().equals(name + "_of"));
    }

    boolean addColumn(DraftTable table) {
        var name = newColumnName(table);
        name.ifPresent(free -> add(table, columns.column(free)));
        return name.isPresent();
    }

    private static void add(DraftTable table, DraftColumn column) {
        column.isUniform = !column.nullable || column.defaultValue != null;
        table.columns.add(column);
    }

    boolean addGenerated(DraftTable table) {
        var column = newColumnName(table).flatMap(name -> columns.generated(table, name));
        column.ifPresent(table.columns::add);
        return column.isPresent();
    }

    /** A foreign key with columns of its own. */
    boolean addReference(DraftTable table) {
        var target = dice.oneOf(targets(table));
        var key = target.flatMap(found -> dice.oneOf(found.keys().toList()));
        return key.isPresent() && addReference(table, target.orElseThrow(), key.get());
    }

    /** Tables with rows may point to such with rows only, where they must. */
    private List<DraftTable> targets(DraftTable table) {
        var targets = new ArrayList<>(draft.tables.stream()
                .filter(target -> draft.mayDependOn(table, target))
                .toList());
        if (!targets.contains(table)) {
            targets.add(table);
        }
        return targets;
    }

    private boolean addReference(DraftTable table, DraftTable target, Unique key) {
        var word = dice.oneOf("parent", "made_by", "source", "user");
        var names = key.columns.stream().map(column -> word + "_" + column.name).toList();
        if (names.stream().anyMatch(name -> !isFree(table, name) || isOfDropped(table, name))
                || key.columns.stream().anyMatch(column -> !column.isPlain() && !column.identity)
                || key.columns.stream().anyMatch(column -> !column.constants.isEmpty())) {
            return false;
        }
        boolean mayBeNotNull =
                table.formerName == null || (target.hasRows && key == target.primaryKey && isCountable(key));
        boolean nullable = !mayBeNotNull || dice.chance(60);
        var added = new ArrayList<DraftColumn>();
        for (int i = 0; i < names.size(); i++) {
            var column = new DraftColumn(names.get(i), key.columns.get(i).type);
            column.nullable = nullable;
            column.isUniform = !nullable;
            added.add(column);
        }
        table.columns.addAll(added);
        var reference = new Reference(added, target, key.columns);
        reference.name = draft.nameOrNone(dice);
        reference.deferrable = dice.chance(30);
        reference.onDelete = onDelete(nullable);
        table.references.add(reference);
        return true;
    }

    /** Whether the value that rows get which have none is one of its values. */
    private static boolean isCountable(Unique key) {
        return key.columns.stream()
                .flatMap(column -> Stream.concat(Stream.of(column.type), column.types.stream()))
                .allMatch(type -> RandomColumns.isNumber(type) || RandomColumns.isText(type));
    }

    OnDelete onDelete(boolean nullable) {
        return nullable
                ? dice.oneOf(OnDelete.values())
                : dice.oneOf(OnDelete.NO_ACTION, OnDelete.RESTRICT, OnDelete.CASCADE);
    }

    boolean addUnique(DraftTable table) {
        var on = dice.some(distinct(table), dice.between(1, 2));
        if (on.isEmpty() || isUnique(table, on)) {
            return false;
        }
        table.uniques.add(new Unique(draft.nameOrNone(dice), on));
        return true;
    }

    /** Columns of which no two rows have the same value; columns that are there must not get one value for all rows. */
    private List<DraftColumn> distinct(DraftTable table) {
        return table.columns.stream()
                .filter(column -> column.isPlain() && column.constants.isEmpty())
                .filter(column -> Values.areDistinct(column.type))
                .filter(column -> column.types.stream().allMatch(Values::areDistinct))
                .filter(column -> !table.hasRows || !column.isUniform)
                .toList();
    }

    private static boolean isUnique(DraftTable table, List<DraftColumn> on) {
        var set = Set.copyOf(on);
        return table.keys().anyMatch(key -> Set.copyOf(key.columns).equals(set))
                || table.indexes.stream()
                        .anyMatch(index ->
                                index.unique && Set.copyOf(index.columns()).equals(set));
    }

    boolean addPrimaryKey(DraftTable table) {
        if (table.primaryKey != null) {
            return false;
        }
        var on = dice.some(
                distinct(table).stream()
                        .filter(column -> column.formerName != null && !column.nullable)
                        .toList(),
                dice.between(1, 2));
        if (on.isEmpty() || isUnique(table, on)) {
            return false;
        }
        table.primaryKey = new Unique(dice.chance(30) ? draft.freshName() : null, on);
        return true;
    }

    boolean addCheck(DraftTable table) {
        var condition = columns.condition(table);
        if (condition.isEmpty()
                || table.checks.stream()
                        .anyMatch(check ->
                                check.formula.sql().equals(condition.get().sql()))) {
            return false;
        }
        table.checks.add(new Check(draft.nameOrNone(dice), condition.get()));
        return true;
    }

    boolean addIndex(DraftTable table) {
        var keys = new ArrayList<>(dice.some(indexable(table), dice.between(1, 2)).stream()
                .map(column -> new DraftTable.Key(Formula.of("%s", column), false, dice.chance(25)))
                .toList());
        if (dice.chance(25)) {
            columns.indexExpression(table)
                    .ifPresent(formula -> keys.add(new DraftTable.Key(formula, true, dice.chance(25))));
        }
        var where = dice.chance(25) ? columns.predicate(table).orElse(null) : null;
        boolean unique = dice.chance(20)
                && keys.stream()
                        .allMatch(key -> !key.expression()
                                && distinct(table).containsAll(key.formula().columns()));
        if (keys.isEmpty()) {
            return false;
        }
        var index = new DraftIndex(draft.nameOrNone(dice), keys, unique, where);
        if (unique && isUnique(table, index.columns())) {
            return false;
        }
        if (table.indexes.stream().anyMatch(other -> isAlike(table, other, index))) {
            return false;
        }
        table.indexes.add(index);
        return true;
    }

    /** An index is for other rows, or for all. */
    boolean changePredicate(DraftTable table) {
        var index = dice.oneOf(table.indexes);
        index.ifPresent(found -> {
            var former = found.where;
            found.where = former != null && dice.chance(40)
                    ? null
                    : columns.predicate(table).orElse(null);
            if (table.indexes.stream().anyMatch(other -> other != found && isAlike(table, other, found))) {
                found.where = former;
            }
        });
        return index.isPresent();
    }

    /** Two indexes that would get one name. */
    private static boolean isAlike(DraftTable table, DraftIndex x, DraftIndex y) {
        return x.render()
                .named(null)
                .nameIn(table.name)
                .equals(y.render().named(null).nameIn(table.name));
    }

    private static List<DraftColumn> indexable(DraftTable table) {
        return table.columns.stream()
                .filter(column -> Values.areDistinct(column.type) || !column.constants.isEmpty())
                .toList();
    }
}
