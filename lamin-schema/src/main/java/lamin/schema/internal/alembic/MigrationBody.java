package lamin.schema.internal.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.Irreversible;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;

/**
 * One direction of a migration as the body of a Python function. Each operation is Alembic's own call where that has
 * the same effect on both databases, otherwise a branch per database. From the first rebuild on there is one branch,
 * because operations share rebuilds.
 */
final class MigrationBody {
    private static final DatabaseSystem SQLITE = DatabaseSystem.of(DatabaseSql.SQLITE);
    private static final DatabaseSystem POSTGRESQL = DatabaseSystem.of(DatabaseSql.POSTGRESQL);

    private final Owner owner;
    private final Replay sqliteState;
    private final Replay postgresState;
    private final List<String> lines = new ArrayList<>();

    private MigrationBody(SchemaModel before, Owner owner) {
        this.owner = owner;
        this.sqliteState = new Replay(before);
        this.postgresState = new Replay(before);
    }

    /** The lines, not indented. */
    static List<String> of(SchemaModel before, Owner owner, List<Operation> operations) {
        for (var operation : operations) {
            if (operation instanceof Irreversible(var reason)) {
                return List.of(StepsSource.raise("there is no way back: " + reason));
            }
        }
        var body = new MigrationBody(before, owner);
        body.add(operations.stream().flatMap(NativeAlembicCalls::apart).toList());
        return body.lines.isEmpty() ? List.of("pass") : body.lines;
    }

    private void add(List<Operation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            var one = operations.subList(i, i + 1);
            var sqlite = SQLITE.steps(sqliteState, owner, one);
            if (isRebuild(sqlite)) {
                addShared(operations.subList(i, operations.size()));
                return;
            }
            add(one.getFirst(), sqlite, POSTGRESQL.steps(postgresState, owner, one));
        }
    }

    private void add(Operation operation, List<Step> sqlite, List<Step> postgresql) {
        var calls = NativeAlembicCalls.of(operation, sqlite, postgresql);
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
        var name = POSTGRESQL.quoted(index);
        return postgresql.stream()
                .flatMap(step -> step instanceof Step.Sql(var sql)
                        ? StepsSource.call("create_index_concurrently", name, sql).stream()
                        : Stream.<String>empty())
                .toList();
    }

    /** PostgreSQL's state is the one before these operations; the first of them has not been applied to it yet. */
    private void addShared(List<Operation> operations) {
        var sqlite = SQLITE.steps(new Replay(postgresState.state()), owner, operations);
        addBranches(StepsSource.of(sqlite), StepsSource.of(POSTGRESQL.steps(postgresState, owner, operations)));
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

    private static boolean isRebuild(List<Step> steps) {
        return steps.stream().anyMatch(step -> step instanceof Step.Rebuild || step instanceof Step.DropUnique);
    }
}
