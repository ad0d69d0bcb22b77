package lamin.schema.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lamin.schema.detect.Decisions;
import lamin.schema.detect.Detection;
import lamin.schema.detect.Detector;
import lamin.schema.detect.Hints;
import lamin.schema.detect.Question;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.PlainSql;
import lamin.schema.dialect.Step;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Replay;
import lamin.schema.sql.Flavour;

/**
 * SQL that brings live tables to what is expected of them, for a person to look at and run. It drops no table and no
 * column, and gives no row a value that nobody named.
 *
 * @param found all live tables, in the names that the flavour has for them
 */
record Mending(SchemaModel expected, SchemaModel found, Flavour flavour) {
    /** Stands for a value that only a person knows. */
    private static final String UNKNOWN = "NULL";

    /** The statements for one module's tables, in a transaction; nothing where nothing can be mended without a drop. */
    List<String> sql(Owner owner) {
        var decisions = Decisions.NONE;
        var target = mended(owner.module());
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
        var mending = operations.stream().map(Mending::withoutUnknown).toList();
        var steps = Dialect.of(flavour).steps(new Replay(found), owner, mending);
        return steps.isEmpty() ? List.of() : script(unfilled, steps);
    }

    private List<String> script(Set<String> unfilled, List<Step> steps) {
        var lines = new ArrayList<String>();
        for (var column : new TreeSet<>(unfilled)) {
            lines.add("-- fails while rows have no value for " + column + ": give them one before");
        }
        lines.addAll(
                switch (flavour) {
                    case SQLITE -> List.of("PRAGMA foreign_keys = OFF;", "BEGIN IMMEDIATE;");
                    case POSTGRESQL -> List.of("BEGIN;", "SET LOCAL TimeZone = 'UTC';");
                });
        steps.forEach(step -> lines.addAll(PlainSql.of(step)));
        lines.add("COMMIT;");
        return lines;
    }

    private Detection detect(SchemaModel target, Owner owner, Decisions decisions) {
        return Detector.detect(found, target, Map.of(owner.module(), owner), Hints.NONE, decisions);
    }

    private SchemaModel mended(String module) {
        var tables = new HashMap<>(found.byName());
        for (var table : expected.ofModule(module).tables()) {
            var wanted = ofFlavour(table);
            var live = found.byName().get(wanted.name());
            tables.put(wanted.name(), live == null ? wanted : new MendedTable(wanted, live, flavour).table());
        }
        return SchemaModel.of(tables.values());
    }

    /** SQLite has no schemas, and a unique constraint is an index there. */
    private Table ofFlavour(Table table) {
        return switch (flavour) {
            case POSTGRESQL -> table;
            case SQLITE -> {
                var flat = table.renamed(TableName.of(table.name().flat()))
                        .withForeignKeys(table.foreignKeys().stream()
                                .map(key ->
                                        key.withTarget(TableName.of(key.target().flat()), key.targetColumns()))
                                .toList());
                for (var index : table.indexes()) {
                    flat = isConstraint(index)
                            ? flat.without(index).with(new UniqueConstraint(index.name(), index.columns()))
                            : flat;
                }
                yield flat;
            }
        };
    }

    private static boolean isConstraint(Index index) {
        return index.unique() && index.isOnColumnsOnly();
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
