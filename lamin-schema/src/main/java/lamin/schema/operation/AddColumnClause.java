package lamin.schema.operation;

import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.ColumnType;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** {@code op.addColumn("t", "x", type)} and its options. */
public final class AddColumnClause extends ColumnOptions<AddColumnClause> implements Clause {
    private final String table;
    private @Nullable String schema;
    private @Nullable String fill;

    AddColumnClause(String table, String column, ColumnType type) {
        super(column, type);
        this.table = table;
    }

    public AddColumnClause schema(String name) {
        schema = name;
        return this;
    }

    /** SQL that computes the values of existing rows. */
    public AddColumnClause fill(String sql) {
        fill = sql;
        return this;
    }

    @Override
    AddColumnClause self() {
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(new Operation.AddColumn(TableName.of(schema, table), column(), fill));
    }
}
