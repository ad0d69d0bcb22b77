package lamin.schema.operation;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** {@code op.createForeignKey("t", "x_id")} and its options. */
public final class ForeignKeyClause extends ForeignKeyOptions<ForeignKeyClause> implements Clause {
    private final String table;
    private @Nullable String schema;

    ForeignKeyClause(String table, List<String> columns) {
        super(columns);
        this.table = table;
    }

    public ForeignKeyClause schema(String name) {
        schema = name;
        return this;
    }

    @Override
    ForeignKeyClause self() {
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(new Operation.CreateForeignKey(TableName.of(schema, table), key()));
    }
}
