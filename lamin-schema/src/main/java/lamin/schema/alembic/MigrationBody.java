package lamin.schema.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.PostgresDialect;
import lamin.schema.dialect.Step;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.Irreversible;
import lamin.schema.operation.Operation.Run;
import lamin.schema.operation.Replay;
import lamin.schema.sql.Flavour;

/**
 * One direction of a migration as the body of a Python function. Operation by operation, Alembic's own call where it does
 * the same on both databases, else a branch for each; from the first rebuild on one branch, because operations share
 * rebuilds.
 */
final class MigrationBody {
    private final Owner owner;
    private final List<String> lines = new ArrayList<>();

    private MigrationBody(Owner owner) {
        this.owner = owner;
    }

    /** The lines, without indentation. */
    static List<String> of(SchemaModel before, Owner owner, List<Operation> operations) {
        for (var operation : operations) {
            if (operation instanceof Irreversible(var reason)) {
                return List.of(StepsSource.raise("there is no way back: " + reason));
            }
        }
        var body = new MigrationBody(owner);
        body.add(before, operations.stream().flatMap(OwnCalls::apart).toList());
        return body.lines.isEmpty() ? List.of("pass") : body.lines;
    }

    private void add(SchemaModel before, List<Operation> operations) {
        var state = before;
        for (int i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            if (isRebuild(steps(Flavour.SQLITE, state, List.of(operation)))) {
                addShared(state, operations.subList(i, operations.size()));
                return;
            }
            add(state, operation);
            state = Replay.of(state, owner, List.of(operation));
        }
    }

    private void add(SchemaModel state, Operation operation) {
        var sqlite = steps(Flavour.SQLITE, state, List.of(operation));
        var postgresql = steps(Flavour.POSTGRESQL, state, List.of(operation));
        var calls = OwnCalls.of(operation, sqlite, postgresql);
        if (!calls.isEmpty()) {
            lines.addAll(calls);
        } else if (operation instanceof Run(var step)) {
            lines.add(StepsSource.raise(step));
        } else if (operation instanceof CreateIndex(var table, var index, var concurrently) && concurrently) {
            addBranches(StepsSource.of(sqlite), concurrently(table.renamed(index.nameIn(table)), postgresql));
        } else {
            addBranches(StepsSource.of(sqlite), StepsSource.of(postgresql));
        }
    }

    private static List<String> concurrently(TableName index, List<Step> postgresql) {
        var name = new PostgresDialect(true).quoted(index);
        return postgresql.stream()
                .flatMap(step -> step instanceof Step.Sql(var sql)
                        ? StepsSource.call("create_index_concurrently", name, sql).stream()
                        : Stream.<String>empty())
                .toList();
    }

    private void addShared(SchemaModel state, List<Operation> operations) {
        addBranches(
                StepsSource.of(steps(Flavour.SQLITE, state, operations)),
                StepsSource.of(steps(Flavour.POSTGRESQL, state, operations)));
    }

    private void addBranches(List<String> sqlite, List<String> postgresql) {
        if (sqlite.isEmpty() && postgresql.isEmpty()) {
            return;
        }
        if (sqlite.equals(postgresql)) {
            lines.addAll(sqlite);
            return;
        }
        lines.add(sqlite.isEmpty() ? "if not is_sqlite():" : "if is_sqlite():");
        lines.addAll(PythonText.indented(sqlite.isEmpty() ? postgresql : sqlite));
        if (!sqlite.isEmpty() && !postgresql.isEmpty()) {
            lines.add("else:");
            lines.addAll(PythonText.indented(postgresql));
        }
    }

    private List<Step> steps(Flavour flavour, SchemaModel state, List<Operation> operations) {
        return Dialect.of(flavour).steps(new Replay(state), owner, operations);
    }

    private static boolean isRebuild(List<Step> steps) {
        return steps.stream().anyMatch(step -> step instanceof Step.Rebuild);
    }
}
