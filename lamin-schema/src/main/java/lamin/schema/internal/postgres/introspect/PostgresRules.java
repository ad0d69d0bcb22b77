package lamin.schema.internal.postgres.introspect;

import lamin.schema.internal.database.LogicalRules;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** PostgreSQL can represent everything in a model. */
public final class PostgresRules implements LogicalRules {
    @Override
    public TableName stored(TableName table) {
        return table;
    }

    @Override
    public boolean namesKeys() {
        return true;
    }

    @Override
    public boolean keepsComments() {
        return true;
    }

    @Override
    public boolean isUniqueConstraint(Index index) {
        return false;
    }

    @Override
    public Column numbered(Table table, Column column) {
        return column;
    }

    @Override
    public Sequence stored(Sequence sequence) {
        return Sequence.of(sequence.name(), "").withStart(sequence.start()).withIncrement(sequence.increment());
    }

    @Override
    public ColumnType type(String sql) {
        return PostgresTypes.declared(sql);
    }

    @Override
    public @Nullable DefaultValue defaultValue(@Nullable String sql, ColumnType type) {
        return PostgresDefaults.read(sql, type);
    }
}
