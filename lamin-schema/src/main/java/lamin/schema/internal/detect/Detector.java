package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.StateChange.Applied;
import lamin.schema.model.Names;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Compares two model states and derives the operations that lead from one to the other, module by module. It never
 * guesses: a possible rename or loss is returned as a {@link Question}, to be answered in {@link Decisions}. The same
 * input gives the same operations in the same order; time is linear in tables and foreign keys.
 *
 * <p>Renames come first, so that all later operations use the new names; then new tables, changes in remaining tables,
 * sequences, and dropped tables.
 */
public final class Detector {
    private final SchemaModel after;
    private final Decisions decisions;
    private final Hints hints;
    private final Map<String, Owner> owners;
    private final TableMatching tables;
    private final Replay state;
    private final SortedMap<String, List<Operation>> operations = new TreeMap<>();
    private final List<Question> questions = new ArrayList<>();

    private Detector(
            SchemaModel before, SchemaModel after, Map<String, Owner> owners, Hints hints, Decisions decisions) {
        this.after = after;
        this.owners = owners;
        this.hints = hints;
        this.decisions = decisions;
        this.tables = new TableMatching(before, after, hints, decisions);
        this.state = new Replay(before);
    }

    /**
     * Detects the operations that lead from {@code before} to {@code after}.
     *
     * @param owners the modules by name; a missing module has its name as table prefix
     */
    public static Detection detect(
            SchemaModel before, SchemaModel after, Map<String, Owner> owners, Hints hints, Decisions decisions) {
        ModuleCycles.refuse(after);
        return new Detector(before, after, owners, hints, decisions).run();
    }

    private Detection run() {
        questions.addAll(tables.questions());
        var early = dropsInTheWay();
        early.forEach(this::dropInTheWay);
        renameTables();
        var beforeMoves = state.state();
        move(tables.pairs().stream().filter(TablePair::isMove).toList());
        tables.pairs().forEach(this::renameColumns);
        var sequences = new SequenceDiff(state.state(), beforeMoves, after);
        RenameOrder.apply(
                sequences.renames(), name -> name.renamed(Names.temporaryName(name.name())), this::renameSequence);
        sequences.given().forEach((module, changes) -> changes.forEach(change -> emit(module, change)));
        sequences.taken().forEach((module, changes) -> changes.forEach(change -> emit(module, change)));
        var late = tables.dropped().stream()
                .filter(table -> !early.contains(table))
                .toList();
        createAndChange(tables.pairs().stream().map(this::difference).toList(), late);
        sequences.changes().forEach(this::record);
        sequences.drops().forEach(this::record);
        byModule(late).forEach((module, dropped) -> record(module, TableOrder.drops(dropped)));
        return questions.isEmpty()
                ? new Detection(operations, dependencies(), List.of())
                : Detection.undecided(questions);
    }

    /** Dropped tables whose name another table takes over. */
    private Set<Table> dropsInTheWay() {
        var taken = new HashSet<>(tables.renames().values());
        tables.created().forEach(table -> taken.add(table.name()));
        return tables.dropped().stream()
                .filter(table -> taken.contains(table.name()))
                .collect(Collectors.toSet());
    }

    private void dropInTheWay(Table table) {
        for (var name : new TreeSet<>(state.referrers(table.name()))) {
            var referrer = state.table(name).orElseThrow();
            if (!name.equals(table.name())) {
                referrer.foreignKeys().stream()
                        .filter(key -> key.target().equals(table.name()))
                        .forEach(key -> emit(referrer.module(), new DropConstraint(name, key.nameIn(name))));
            }
        }
        emit(table.module(), new DropTable(table.name()));
    }

    private void renameSequence(TableName from, TableName to) {
        emit(state.sequence(from).orElseThrow().module(), new RenameSequence(from, to.name()));
    }

    private void renameTables() {
        RenameOrder.apply(tables.renames(), name -> name.renamed(Names.temporaryName(name.name())), this::renameTable);
    }

    private void renameTable(TableName from, TableName to) {
        var before = state.table(from).orElseThrow();
        var following = owner(before.module()).renamed(before, to);
        var entity = after.table(to)
                .map(Table::entity)
                .filter(target -> !following.isOfEntity(target))
                .orElse(null);
        emit(before.module(), new RenameTable(from, to, entity));
    }

    /** One module gives tables away and another takes them over; the database is unchanged. */
    private void move(List<TablePair> moves) {
        var givers = new HashMap<TableName, String>();
        var taken = new ArrayList<Table>();
        for (var pair : moves) {
            givers.put(pair.after().name(), pair.before().module());
            taken.add(taken(pair.after()));
        }
        for (var drop : TableOrder.drops(taken)) {
            emit(Objects.requireNonNull(givers.get(drop.table())), new StateOnly(new Applied(drop)));
        }
        for (var creation : TableOrder.creations(taken)) {
            emit(after.table(creation.table()).orElseThrow().module(), new StateOnly(new Applied(creation)));
        }
    }

    /** The table as it is now, with its new entity. */
    private Table taken(Table target) {
        return state.table(target.name())
                .orElseThrow()
                .withEntity(owner(target.module()).canonicalEntity(target.entity(), target.name()));
    }

    private void renameColumns(TablePair pair) {
        var matching =
                new ColumnMatching(pair, tables, hints.propertiesOf(pair.after().name()), decisions);
        questions.addAll(matching.questions());
        var renames = new LinkedHashMap<>(matching.renames());
        matching.inTheWay().forEach(name -> renames.put(name, Names.temporaryName(name)));
        RenameOrder.apply(renames, Names::temporaryName, (from, to) -> renameColumn(pair.after(), from, to));
    }

    private void renameColumn(Table target, String from, String to) {
        var following = state.table(target.name())
                .flatMap(table -> table.column(from))
                .orElseThrow()
                .renamed(to);
        var property = target.column(to)
                .map(column -> column.property())
                .filter(given -> !given.equals(following.property()))
                .orElse(null);
        emit(target.module(), new RenameColumn(target.name(), from, to, property));
    }

    private TableDiff difference(TablePair pair) {
        var diff = new TableDiff(state.table(pair.after().name()).orElseThrow(), pair.after(), decisions);
        questions.addAll(diff.questions());
        return diff;
    }

    private void createAndChange(List<TableDiff> diffs, List<Table> dropped) {
        var elsewhere = new Elsewhere(tables.created(), diffs);
        diffs.forEach(diff -> record(diff.table().module(), diff.early(elsewhere)));
        dropped.forEach(table -> makeWay(table, elsewhere));
        create(elsewhere);
        diffs.forEach(diff -> record(diff.table().module(), diff.operations(elsewhere)));
        diffs.forEach(diff -> record(diff.table().module(), diff.late(elsewhere)));
        for (var table : tables.created()) {
            table.foreignKeys().stream()
                    .filter(elsewhere::changesTargetOf)
                    .forEach(key -> record(table.module(), List.of(new CreateForeignKey(table.name(), key))));
        }
    }

    /** Dropped tables come last; a name or foreign key target that other tables wait for is dropped first. */
    private void makeWay(Table dropped, Elsewhere elsewhere) {
        var name = dropped.name();
        var table = state.table(name).orElseThrow(); // its foreign keys followed the renames
        Stream<Operation> foreignKeys = table.foreignKeys().stream()
                .filter(elsewhere::changesTargetOf)
                .map(key -> new DropConstraint(name, key.nameIn(name)));
        Stream<Operation> uniques = table.uniques().stream()
                .map(unique -> unique.nameIn(name))
                .filter(unique -> elsewhere.takesName(unique, name))
                .map(unique -> new DropConstraint(name, unique));
        Stream<Operation> indexes = table.indexes().stream()
                .map(index -> index.nameIn(name))
                .filter(index -> elsewhere.takesName(index, name))
                .map(index -> new DropIndex(name, index));
        var parts = Stream.of(foreignKeys, uniques, indexes).flatMap(part -> part);
        record(table.module(), parts.toList());
    }

    private void create(Elsewhere elsewhere) {
        byModule(tables.created())
                .forEach((module, created) -> record(
                        module,
                        TableOrder.creations(created.stream()
                                .map(table -> withoutLateKeys(canonical(table), elsewhere))
                                .toList())));
    }

    private static Table withoutLateKeys(Table table, Elsewhere elsewhere) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .filter(key -> !elsewhere.changesTargetOf(key))
                .toList());
    }

    private Table canonical(Table table) {
        return table.withEntity(owner(table.module()).canonicalEntity(table.entity(), table.name()));
    }

    private static SortedMap<String, List<Table>> byModule(List<Table> tables) {
        return tables.stream().collect(Collectors.groupingBy(Table::module, TreeMap::new, Collectors.toList()));
    }

    /** Records an operation and applies it to the state. */
    private void emit(String module, Operation operation) {
        record(module, List.of(operation));
        state.apply(owner(module), operation);
    }

    private void record(String module, List<? extends Operation> changes) {
        if (!changes.isEmpty()) {
            operations.computeIfAbsent(module, ignored -> new ArrayList<>()).addAll(changes);
        }
    }

    private Owner owner(String module) {
        return owners.getOrDefault(module, Owner.of(module));
    }

    private SortedMap<String, Set<String>> dependencies() {
        var dependencies = new TreeMap<String, Set<String>>();
        operations.forEach((module, changes) -> {
            var others = new TreeSet<String>();
            changes.stream()
                    .flatMap(Effect::foreignKeys)
                    .forEach(key -> after.table(key.target()).map(Table::module).ifPresent(others::add));
            tables.pairs().stream()
                    .filter(pair -> pair.isMove() && pair.after().module().equals(module))
                    .forEach(pair -> others.add(pair.before().module()));
            others.remove(module);
            dependencies.put(module, others);
        });
        return dependencies;
    }
}
