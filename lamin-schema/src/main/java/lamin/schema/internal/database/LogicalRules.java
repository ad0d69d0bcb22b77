package lamin.schema.internal.database;

import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** The parts of a model that a database cannot represent, for {@link lamin.schema.internal.introspect.LogicalForm}. */
public interface LogicalRules {
    /** The table's name in the database. */
    TableName stored(TableName table);

    /** Whether primary and foreign keys have names in the database. */
    boolean namesKeys();

    /** Whether tables and columns have comments in the database. */
    boolean keepsComments();

    /**
     * Whether the index is the one that the database creates for a unique constraint, so that the two are
     * indistinguishable.
     */
    boolean isUniqueConstraint(Index index);

    /** The column with the numbering that the database gives it, and the type that this implies. */
    Column numbered(Table table, Column column);

    /** The sequence with what the database stores of it, under its name there. */
    Sequence stored(Sequence sequence);

    /** The type that SQL written by an author means. */
    ColumnType type(String sql);

    /** The default that the given SQL means for a column of this type. */
    @Nullable
    DefaultValue defaultValue(@Nullable String sql, ColumnType type);
}
