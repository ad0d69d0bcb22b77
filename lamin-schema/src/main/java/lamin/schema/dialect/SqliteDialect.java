package lamin.schema.dialect;

import java.util.List;
import java.util.Optional;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Replay;
import lamin.schema.sql.SqlTokens;

/** SQLite: ALTER TABLE where it can, else one rebuild per table and migration. */
public final class SqliteDialect implements Dialect {
    @Override
    public List<Step> steps(Replay state, Owner owner, List<Operation> operations) {
        var steps = new SqliteSteps(state, owner);
        operations.forEach(steps::add);
        return steps.finish();
    }

    @Override
    public Optional<String> misfit(Column column, ColumnType type) {
        return SqliteMisfit.of(column, type);
    }

    @Override
    public String quoted(TableName table) {
        return SqlTokens.quote(table.flat());
    }
}
