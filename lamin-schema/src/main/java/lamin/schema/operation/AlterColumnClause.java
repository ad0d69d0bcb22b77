package lamin.schema.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Names;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/** {@code op.alterColumn("t", "x")} and its options; a rename is applied before all other changes. */
public final class AlterColumnClause implements Clause {
    private final String table;
    private final String column;
    private final List<ColumnChange> changes = new ArrayList<>();
    private @Nullable String schema;
    private @Nullable String newName;
    private @Nullable String property;
    private @Nullable String using;
    private @Nullable String fill;

    AlterColumnClause(String table, String column) {
        this.table = table;
        this.column = column;
    }

    public AlterColumnClause schema(String name) {
        schema = name;
        return this;
    }

    public AlterColumnClause newName(String name) {
        newName = name;
        return this;
    }

    /** With {@link #newName}: the property of the column, if the new name does not imply it. */
    public AlterColumnClause property(String name) {
        property = Names.snakeCase(name);
        return this;
    }

    public AlterColumnClause type(ColumnType type) {
        return change(new ColumnChange.Type(type));
    }

    public AlterColumnClause nullable(boolean nullable) {
        return change(new ColumnChange.Nullability(nullable));
    }

    public AlterColumnClause defaultValue(String text) {
        return change(new ColumnChange.Default(DefaultValue.of(text)));
    }

    public AlterColumnClause defaultValue(long number) {
        return change(new ColumnChange.Default(DefaultValue.of(number)));
    }

    public AlterColumnClause defaultValue(boolean value) {
        return change(new ColumnChange.Default(DefaultValue.of(value)));
    }

    public AlterColumnClause defaultNow() {
        return change(new ColumnChange.Default(new DefaultValue.Now()));
    }

    /** An SQL expression that works on all databases. */
    public AlterColumnClause defaultSql(String sql) {
        return change(new ColumnChange.Default(DefaultValue.parse(sql)));
    }

    /** An SQL expression by database: {@code defaultSql(sql().sqlite("...").postgresql("..."))}. */
    public AlterColumnClause defaultSql(DatabaseSql sql) {
        return change(new ColumnChange.Default(DefaultValue.of(sql)));
    }

    public AlterColumnClause noDefault() {
        return change(new ColumnChange.Default(null));
    }

    /** Null for the default of the database. */
    public AlterColumnClause collation(@Nullable String collation) {
        return change(new ColumnChange.Collation(collation));
    }

    /** Null removes the comment. */
    public AlterColumnClause comment(@Nullable String comment) {
        return change(new ColumnChange.Comment(comment));
    }

    /** Whether the database numbers the rows; numbering starts after the highest existing number. */
    public AlterColumnClause identity(boolean identity) {
        return change(new ColumnChange.Identity(identity));
    }

    /** SQL that computes the value of the new type from the old row. */
    public AlterColumnClause using(String sql) {
        using = sql;
        return this;
    }

    /** SQL that replaces NULL when the column becomes NOT NULL. */
    public AlterColumnClause fill(String sql) {
        fill = sql;
        return this;
    }

    private AlterColumnClause change(ColumnChange change) {
        changes.add(change);
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        var name = TableName.of(schema, table);
        var result = new ArrayList<Operation>();
        if (newName != null) {
            result.add(new RenameColumn(name, column, newName, property));
        }
        if (!changes.isEmpty()) {
            result.add(new AlterColumn(name, newName == null ? column : newName, changes, using, fill));
        }
        return result.stream();
    }
}
