package lamin.schema.operation;

import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** {@code op.renameTable("a", "b")} and its options. */
public final class RenameTableClause implements Clause {
    private final String table;
    private final String newName;
    private @Nullable String schema;
    private @Nullable String newSchema;
    private boolean moves;
    private @Nullable String entity;

    RenameTableClause(String table, String newName) {
        this.table = table;
        this.newName = newName;
    }

    /** The database schema before the rename and, unless {@link #newSchema} is given, after it. */
    public RenameTableClause schema(String name) {
        schema = name;
        return this;
    }

    /** The database schema that the table moves to; null for the default one. */
    public RenameTableClause newSchema(@Nullable String name) {
        newSchema = name;
        moves = true;
        return this;
    }

    /** The entity of the table, if the new name does not imply it. */
    public RenameTableClause entity(String simpleName) {
        entity = simpleName;
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(new Operation.RenameTable(
                TableName.of(schema, table), TableName.of(moves ? newSchema : schema, newName), entity));
    }
}
