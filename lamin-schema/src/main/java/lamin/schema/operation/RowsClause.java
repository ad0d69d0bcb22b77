package lamin.schema.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.ChangeRows;
import lamin.schema.internal.operation.RowChange;
import lamin.schema.internal.operation.RowChange.ColumnValue;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/** {@code op.insertInto("t")}, {@code op.update("t")} or {@code op.deleteFrom("t")}, and its options. */
public final class RowsClause implements Clause {
    private final String table;
    private final Kind kind;
    private final List<ColumnValue> values = new ArrayList<>();
    private @Nullable String schema;
    private @Nullable String where;

    enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    RowsClause(String table, Kind kind) {
        this.table = table;
        this.kind = kind;
    }

    public RowsClause schema(String name) {
        schema = name;
        return this;
    }

    public RowsClause value(String column, String text) {
        return set(column, DefaultValue.of(text));
    }

    public RowsClause value(String column, long number) {
        return set(column, DefaultValue.of(number));
    }

    public RowsClause value(String column, boolean value) {
        return set(column, DefaultValue.of(value));
    }

    /** The time at which the migration runs. */
    public RowsClause valueNow(String column) {
        return set(column, new DefaultValue.Now());
    }

    public RowsClause valueNull(String column) {
        return set(column, null);
    }

    /** An SQL expression that works on all databases. */
    public RowsClause valueSql(String column, String sql) {
        return set(column, DefaultValue.parse(sql));
    }

    /** An SQL expression by database: {@code valueSql("x", sql().sqlite("...").postgresql("..."))}. */
    public RowsClause valueSql(String column, DatabaseSql sql) {
        return set(column, DefaultValue.of(sql));
    }

    /** The condition for the rows: SQL that works on both databases. */
    public RowsClause where(String condition) {
        where = condition;
        return this;
    }

    private RowsClause set(String column, @Nullable DefaultValue value) {
        values.add(new ColumnValue(column, value));
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(new ChangeRows(TableName.of(schema, table), change()));
    }

    private RowChange change() {
        return switch (kind) {
            case INSERT -> new RowChange.Insert(requireValues("insertInto"));
            case UPDATE -> new RowChange.Update(requireValues("update"), requireWhere("update"));
            case DELETE -> new RowChange.Delete(requireWhere("deleteFrom"));
        };
    }

    private List<ColumnValue> requireValues(String method) {
        if (values.isEmpty()) {
            throw new IllegalStateException(method + "(\"" + table + "\") needs a .value(column, value)");
        }
        return values;
    }

    /** All rows are rarely intended and must be requested explicitly: {@code where("true")}. */
    private String requireWhere(String method) {
        if (where == null) {
            throw new IllegalStateException(
                    method + "(\"" + table + "\") needs a .where(condition); for all rows: .where(\"true\")");
        }
        return where;
    }
}
