package lamin.schema.internal.postgres.translation;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.database.TransactionControl;
import lamin.schema.internal.database.Translation;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.ChangeRows;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.Execute;
import lamin.schema.internal.operation.Operation.Irreversible;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.RowSql;
import lamin.schema.internal.sql.SqlScript;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.model.Owner;

/** Translates operations into PostgreSQL statements, in order. */
public final class PostgresTranslation implements Translation {
    private static final RowSql ROWS = new RowSql(PostgresSql::defaultValue);

    private final Replay state;
    private final Owner owner;
    private final boolean concurrently;
    private final List<Step> steps = new ArrayList<>();

    public PostgresTranslation(Replay state, Owner owner, boolean concurrently) {
        this.state = state;
        this.owner = owner;
        this.concurrently = concurrently;
    }

    @Override
    public List<Step> finish() {
        return steps;
    }

    @Override
    public void insert(Step step) {
        steps.add(step);
    }

    @Override
    public void add(Operation operation) {
        switch (operation) {
            case OnTable change -> addOnTable(change);
            case OnSequence change -> {
                state.apply(owner, change);
                add(PostgresSequences.of(change, state));
            }
            case ChangeRows rows -> {
                state.apply(owner, rows);
                add(List.of(ROWS.of(PostgresSql.name(rows.table()), rows.change())));
                add(PostgresSql.CHECK_NOW);
            }
            case Execute(var sql) -> {
                var script = new SqlScript(PostgresSql.OF_SCRIPTS.statements(sql), SqlSyntax.POSTGRESQL);
                TransactionControl.refuse(script);
                var statements = script.statements();
                add(statements.stream().map(SqlScript.Statement::text).toList());
                if (!statements.isEmpty()) {
                    add(PostgresSql.CHECK_NOW);
                }
            }
            case Run(var step) -> {
                steps.add(new Step.Code(step));
                add(PostgresSql.CHECK_NOW);
            }
            case StateOnly ignored -> state.apply(owner, operation);
            case Irreversible(var reason) -> throw new MisfitException("there is no way back: " + reason);
        }
    }

    private void addOnTable(OnTable operation) {
        var before = state.table(operation.table()).orElse(null);
        state.apply(owner, operation);
        state.table(operation instanceof RenameTable rename ? rename.newName() : operation.table())
                .ifPresent(after -> LongNames.refuse(before, after));
        add(new PostgresSteps(before, state).of(built(operation)));
    }

    private OnTable built(OnTable operation) {
        return operation instanceof CreateIndex(var table, var index, var ignored) && !concurrently
                ? new CreateIndex(table, index, false)
                : operation;
    }

    private void add(List<String> statements) {
        statements.forEach(sql -> steps.add(new Step.Sql(sql)));
    }
}
