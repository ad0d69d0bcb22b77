package lamin.schema.internal.database;

import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** The parts of a model that a database cannot hold, for {@link lamin.schema.internal.introspect.LogicalForm}. */
public interface LogicalRules {
    /** The name under which the database has a table. */
    TableName stored(TableName table);

    /** Whether primary and foreign keys have names in the database. */
    boolean namesKeys();

    /** Whether tables and columns have comments in the database. */
    boolean keepsComments();

    /** Whether the index is what the database makes of a unique constraint, so that nobody can tell them apart. */
    boolean isUniqueConstraint(Index index);

    /** The column with the numbering that it gets in the database, and the type that comes with it. */
    Column numbered(Table table, Column column);

    /** The default that the database's SQL gives a column of this type. */
    @Nullable
    DefaultValue defaultValue(@Nullable String sql, ColumnType type);
}
