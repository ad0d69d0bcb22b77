package lamin.schema.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.operation.Operation.RenameColumn;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Replay;

/**
 * Compares two model states and yields the operations that lead from one to the other, module by module. It never
 * guesses: what may be a rename or would lose something comes back as a {@link Question}, to be answered in {@link
 * Decisions}. The same input gives the same operations in the same order; time is linear in tables and foreign keys.
 */
public final class Detector {
    private static final String ASIDE = "_moving";

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
     * What leads from {@code before} to {@code after}.
     *
     * @param owners the modules by name; one that is missing has its name as table prefix
     */
    public static Detection detect(
            SchemaModel before, SchemaModel after, Map<String, Owner> owners, Hints hints, Decisions decisions) {
        ModuleCycles.refuse(after);
        return new Detector(before, after, owners, hints, decisions).run();
    }

    private Detection run() {
        questions.addAll(tables.questions());
        var drops = dropsInTheWay();
        drops.forEach(table -> emit(table.module(), List.of(new DropTable(table.name()))));
        renameTables();
        create();
        tables.pairs().forEach(this::change);
        drop(tables.dropped().stream().filter(table -> !drops.contains(table)).toList());
        return questions.isEmpty()
                ? new Detection(operations, dependencies(), List.of())
                : Detection.undecided(questions);
    }

    /** Dropped tables whose name another table takes over. */
    private Set<Table> dropsInTheWay() {
        var taken = new HashSet<>(tables.renames().values());
        return tables.dropped().stream()
                .filter(table -> taken.contains(table.name()))
                .filter(table -> state.referrers(table.name()).isEmpty())
                .collect(Collectors.toSet());
    }

    private void renameTables() {
        RenameOrder.apply(tables.renames(), name -> name.renamed(name.name() + ASIDE), this::renameTable);
    }

    private void renameTable(TableName from, TableName to) {
        var table = state.table(from).orElseThrow();
        var owner = owner(table.module());
        var following = table.isOfEntity(owner.impliedEntity(from)) ? owner.impliedEntity(to) : table.entity();
        var entity = after.table(to)
                .map(Table::entity)
                .filter(target -> !target.equalsIgnoreCase(following))
                .orElse(null);
        emit(table.module(), List.of(new RenameTable(from, to, entity)));
    }

    private void create() {
        byModule(tables.created())
                .forEach((module, created) -> operations
                        .computeIfAbsent(module, ignored -> new ArrayList<>())
                        .addAll(TableOrder.creations(created)));
    }

    private void drop(List<Table> dropped) {
        byModule(dropped)
                .forEach((module, gone) -> operations
                        .computeIfAbsent(module, ignored -> new ArrayList<>())
                        .addAll(TableOrder.drops(gone)));
    }

    private static SortedMap<String, List<Table>> byModule(List<Table> tables) {
        return tables.stream().collect(Collectors.groupingBy(Table::module, TreeMap::new, Collectors.toList()));
    }

    private void change(TablePair pair) {
        var name = pair.after().name();
        var columns =
                new ColumnMatching(pair, tables.renames(), hints.properties().getOrDefault(name, Map.of()), decisions);
        questions.addAll(columns.questions());
        RenameOrder.apply(
                columns.renames(), column -> column + ASIDE, (from, to) -> renameColumn(pair.after(), from, to));
        var diff = new TableDiff(state.table(name).orElseThrow(), pair.after(), decisions);
        questions.addAll(diff.questions());
        record(pair.after().module(), diff.operations());
    }

    private void renameColumn(Table target, String from, String to) {
        var before =
                state.table(target.name()).flatMap(table -> table.column(from)).orElseThrow();
        var following = before.property().equals(before.name()) ? to : before.property();
        var property = target.column(to)
                .map(column -> column.property())
                .filter(given -> !given.equals(following))
                .orElse(null);
        emit(target.module(), List.of(new RenameColumn(target.name(), from, to, property)));
    }

    /** Records operations and brings the state up to them. */
    private void emit(String module, List<Operation> changes) {
        record(module, changes);
        changes.forEach(change -> state.apply(owner(module), change));
    }

    private void record(String module, List<Operation> changes) {
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
                    .flatMap(change -> foreignKeys(change).stream())
                    .forEach(key -> after.table(key.target())
                            .map(Table::module)
                            .filter(other -> !other.equals(module))
                            .ifPresent(others::add));
            dependencies.put(module, others);
        });
        return dependencies;
    }

    private static List<ForeignKey> foreignKeys(Operation operation) {
        return switch (operation) {
            case CreateTable(var table) -> table.foreignKeys();
            case CreateForeignKey(var ignored, var key) -> List.of(key);
            default -> List.of();
        };
    }
}
