package lamin.schema.operation;

import java.util.function.Function;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** A change of a table whose only option is the database schema. */
public final class SchemaClause implements Clause {
    private final String table;
    private final Function<TableName, Operation> operation;
    private @Nullable String schema;

    SchemaClause(String table, Function<TableName, Operation> operation) {
        this.table = table;
        this.operation = operation;
    }

    public SchemaClause schema(String name) {
        schema = name;
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(operation.apply(TableName.of(schema, table)));
    }
}
