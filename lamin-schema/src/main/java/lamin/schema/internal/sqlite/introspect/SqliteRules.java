package lamin.schema.internal.sqlite.introspect;

import java.util.List;
import lamin.schema.internal.database.LogicalRules;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** SQLite has no schemas and no comments, and a unique constraint is an index. */
public final class SqliteRules implements LogicalRules {
    @Override
    public TableName stored(TableName table) {
        return TableName.of(table.flat());
    }

    /** SQLite declares these keys with their column, where they have no name. */
    @Override
    public boolean namesKeys() {
        return false;
    }

    @Override
    public boolean keepsComments() {
        return false;
    }

    @Override
    public boolean isUniqueConstraint(Index index) {
        return index.unique() && index.isOnColumnsOnly();
    }

    @Override
    public Column numbered(Table table, Column column) {
        return isNumbered(table, column) ? column.withIdentity(true).withType(new ColumnType.Int64()) : column;
    }

    /** SQLite numbers the rows in every single-column primary key whose declared type is {@code integer}. */
    private static boolean isNumbered(Table table, Column column) {
        var key = table.primaryKey();
        return column.identity()
                || (column.type() instanceof ColumnType.Int32
                        && key != null
                        && key.columns().equals(List.of(column.name())));
    }

    /** The table of a sequence holds the next value only. */
    @Override
    public Sequence stored(Sequence sequence) {
        return Sequence.of(stored(sequence.name()), "");
    }

    @Override
    public ColumnType type(String sql) {
        return SqliteTypes.read(sql);
    }

    @Override
    public @Nullable DefaultValue defaultValue(@Nullable String sql, ColumnType type) {
        return SqliteDefaults.read(sql, type);
    }
}
