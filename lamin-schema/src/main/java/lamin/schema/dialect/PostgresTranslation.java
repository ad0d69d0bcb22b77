package lamin.schema.dialect;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.model.Owner;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.ChangeRows;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.Irreversible;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Operation.Run;
import lamin.schema.operation.Operation.StateOnly;
import lamin.schema.operation.Replay;
import lamin.schema.operation.RowSql;
import lamin.schema.sql.SqlScript;
import lamin.schema.sql.SqlSyntax;

/** Operations as statements of PostgreSQL, in their order. */
final class PostgresTranslation implements Translation {
    private static final RowSql ROWS = new RowSql(PostgresSql::defaultValue);

    private final Replay state;
    private final Owner owner;
    private final boolean concurrently;
    private final List<Step> steps = new ArrayList<>();

    PostgresTranslation(Replay state, Owner owner, boolean concurrently) {
        this.state = state;
        this.owner = owner;
        this.concurrently = concurrently;
    }

    @Override
    public List<Step> finish() {
        return steps;
    }

    @Override
    public void add(Operation operation) {
        switch (operation) {
            case OnTable change -> addOnTable(change);
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
