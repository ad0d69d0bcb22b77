package lamin.schema.dialect;

import java.util.Optional;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import lamin.schema.operation.Replay;
import lamin.schema.sql.SqlTokens;

/** SQLite: ALTER TABLE where it can, else one rebuild per table and migration. */
public final class SqliteDialect implements Dialect {
    @Override
    public Translation begin(Replay state, Owner owner) {
        return new SqliteSteps(state, owner);
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
