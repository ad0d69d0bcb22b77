package lamin.schema.dialect;

import lamin.schema.sql.SqlSyntax;
import lamin.schema.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
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

/**
 * PostgreSQL: every operation is ALTER TABLE or its like.
 *
 * @param concurrently whether indexes may be built concurrently; not inside a transaction, where nobody else sees the
 *     table anyway
 */
public record PostgresDialect(boolean concurrently) implements Dialect {
    private static final RowSql ROWS = new RowSql(PostgresSql::defaultValue);

    @Override
    public List<Step> steps(Replay state, Owner owner, List<Operation> operations) {
        var steps = new ArrayList<Step>();
        for (var operation : operations) {
            switch (operation) {
                case OnTable change -> addOnTable(steps, state, owner, change);
                case ChangeRows rows -> {
                    state.apply(owner, rows);
                    add(steps, List.of(ROWS.of(quoted(rows.table()), rows.change())));
                    add(steps, PostgresSql.CHECK_NOW);
                }
                case Execute(var sql) -> {
                    var script = new SqlScript(PostgresSql.OF_SCRIPTS.statements(sql), SqlSyntax.POSTGRESQL);
                    TransactionControl.refuse(script);
                    var statements = script.statements();
                    add(steps, statements.stream().map(SqlScript.Statement::text).toList());
                    if (!statements.isEmpty()) {
                        add(steps, PostgresSql.CHECK_NOW);
                    }
                }
                case Run(var step) -> {
                    steps.add(new Step.Code(step));
                    add(steps, PostgresSql.CHECK_NOW);
                }
                case StateOnly ignored -> state.apply(owner, operation);
                case Irreversible(var reason) -> throw new MisfitException("there is no way back: " + reason);
            }
        }
        return steps;
    }

    @Override
    public Optional<String> misfit(Column column, ColumnType type) {
        return PostgresMisfit.of(column, type);
    }

    @Override
    public String quoted(TableName table) {
        return PostgresSql.name(table);
    }

    private void addOnTable(List<Step> steps, Replay state, Owner owner, OnTable operation) {
        var before = state.table(operation.table()).orElse(null);
        state.apply(owner, operation);
        state.table(operation instanceof RenameTable rename ? rename.newName() : operation.table())
                .ifPresent(after -> LongNames.refuse(before, after));
        add(steps, new PostgresSteps(before, state).of(built(operation)));
    }

    private OnTable built(OnTable operation) {
        return operation instanceof CreateIndex(var table, var index, var ignored) && !concurrently
                ? new CreateIndex(table, index, false)
                : operation;
    }

    private static void add(List<Step> steps, List<String> statements) {
        statements.forEach(sql -> steps.add(new Step.Sql(sql)));
    }
}
