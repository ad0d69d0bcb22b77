package lamin.schema.dialect;

import java.util.Optional;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import lamin.schema.operation.Replay;

/**
 * PostgreSQL: every operation is ALTER TABLE or its like.
 *
 * @param concurrently whether indexes may be built concurrently; not inside a transaction, where nobody else sees the
 *     table anyway
 */
public record PostgresDialect(boolean concurrently) implements Dialect {
    @Override
    public Translation begin(Replay state, Owner owner) {
        return new PostgresTranslation(state, owner, concurrently);
    }

    @Override
    public Optional<String> misfit(Column column, ColumnType type) {
        return PostgresMisfit.of(column, type);
    }

    @Override
    public String quoted(TableName table) {
        return PostgresSql.name(table);
    }
}
