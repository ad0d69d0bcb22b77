package lamin.schema.operation;

import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Creates an object that may be given a name. */
public final class NamedClause implements Clause {
    private final String table;
    private final Factory operation;
    private @Nullable String schema;
    private @Nullable String name;

    NamedClause(String table, Factory operation) {
        this.table = table;
        this.operation = operation;
    }

    public NamedClause schema(String schemaName) {
        schema = schemaName;
        return this;
    }

    public NamedClause name(String newName) {
        name = newName;
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(operation.of(TableName.of(schema, table), name));
    }

    interface Factory {
        Operation of(TableName table, @Nullable String name);
    }
}
