package lamin.schema.internal.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.PlainSql;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.detect.Question;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.Table;

/**
 * SQL that brings live tables to their expected form, to be reviewed and run by the user. It drops no tables or
 * columns, and does not invent values for rows.
 *
 * @param found all live tables, under their names in the database
 */
record DriftRepair(SchemaModel expected, SchemaModel found, DatabaseSystem system) {
    /** Placeholder for a value that only the user knows. */
    private static final String UNKNOWN = "NULL";

    /** The statements for one module's tables, in a transaction; empty if nothing can be repaired without a drop. */
    List<String> sql(Owner owner) {
        var decisions = Decisions.NONE;
        var target = repaired(owner.module());
        var detection = detect(target, owner, decisions);
        while (!detection.questions().isEmpty()) {
            for (var question : detection.questions()) {
                if (!(question instanceof Question.Fill(var column))) {
                    return List.of();
                }
                decisions = decisions.withFill(column, UNKNOWN);
            }
            detection = detect(target, owner, decisions);
        }
        return sql(owner, detection.of(owner.module()), decisions.fills().keySet());
    }

    private List<String> sql(Owner owner, List<Operation> operations, Set<String> unfilled) {
        var repair = operations.stream().map(DriftRepair::withoutUnknown).toList();
        var steps = system.steps(new Replay(found), owner, repair);
        return steps.isEmpty() ? List.of() : script(unfilled, steps);
    }

    private List<String> script(Set<String> unfilled, List<Step> steps) {
        var lines = new ArrayList<String>();
        for (var column : new TreeSet<>(unfilled)) {
            lines.add("-- fails while rows have no value for " + column + ": give them one before");
        }
        lines.addAll(system.scriptFrame()
                .inTransaction(steps.stream()
                        .flatMap(step -> PlainSql.of(system, step).stream())
                        .toList()));
        return lines;
    }

    private Detection detect(SchemaModel target, Owner owner, Decisions decisions) {
        return Detector.detect(found, target, Map.of(owner.module(), owner), Hints.NONE, decisions);
    }

    private SchemaModel repaired(String module) {
        var tables = new HashMap<>(found.byName());
        for (var table : expected.ofModule(module).tables()) {
            var wanted = stored(table);
            var live = found.byName().get(wanted.name());
            tables.put(wanted.name(), live == null ? wanted : new RepairedTable(wanted, live, system).table());
        }
        var sequences = new HashMap<>(found.sequencesByName());
        for (var sequence : expected.ofModule(module).sequences()) {
            var stored = system.logicalRules().stored(sequence);
            sequences.merge(
                    stored.name(),
                    stored(sequence).renamed(stored.name()),
                    (live, wanted) -> live.increment() == stored.increment()
                            ? live
                            : wanted.withModule(live.module()).withStart(live.start()));
        }
        return SchemaModel.of(tables.values(), sequences.values());
    }

    private Sequence stored(Sequence sequence) {
        var rules = system.logicalRules();
        return sequence.following(numbered -> new NumberedColumn(rules.stored(numbered.table()), numbered.column()));
    }

    /** The table as the database stores it, where unique constraints and indexes may be indistinguishable. */
    private Table stored(Table table) {
        var rules = system.logicalRules();
        var stored = table.renamed(rules.stored(table.name()))
                .withForeignKeys(table.foreignKeys().stream()
                        .map(key -> key.withTarget(rules.stored(key.target()), key.targetColumns()))
                        .toList());
        for (var index : table.indexes()) {
            stored = rules.isUniqueConstraint(index)
                    ? stored.without(index).with(new UniqueConstraint(index.name(), index.columns()))
                    : stored;
        }
        return stored;
    }

    private static Operation withoutUnknown(Operation operation) {
        if (operation instanceof AddColumn(var table, var column, var fill) && UNKNOWN.equals(fill)) {
            return new AddColumn(table, column, null);
        }
        return operation instanceof AlterColumn alter && UNKNOWN.equals(alter.fill())
                ? new AlterColumn(alter.table(), alter.column(), alter.changes(), alter.using(), null)
                : operation;
    }
}
