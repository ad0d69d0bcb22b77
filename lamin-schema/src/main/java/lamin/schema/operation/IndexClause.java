package lamin.schema.operation;

import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** {@code op.createIndex("t", "x")} and its options. */
public final class IndexClause extends IndexOptions<IndexClause> implements Clause {
    private final String table;
    private @Nullable String schema;
    private boolean concurrently;

    IndexClause(String table, String... keys) {
        super(keys);
        this.table = table;
    }

    public IndexClause schema(String schemaName) {
        schema = schemaName;
        return this;
    }

    /** Built without blocking writers; requires {@code transactional = false} on the migration. */
    public IndexClause concurrently() {
        concurrently = true;
        return this;
    }

    @Override
    IndexClause self() {
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(new Operation.CreateIndex(TableName.of(schema, table), index(), concurrently));
    }
}
