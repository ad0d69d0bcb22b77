package lamin.schema.operation;

import java.util.List;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** The options of a new foreign key; by default it references the column {@code id}. */
public abstract class ForeignKeyOptions<S extends ForeignKeyOptions<S>> {
    abstract S self();

    private final List<String> columns;
    private @Nullable String target;
    private @Nullable String targetSchema;
    private List<String> targetColumns = List.of("id");
    private @Nullable String name;
    private OnDelete onDelete = OnDelete.NO_ACTION;
    private boolean deferrable;

    ForeignKeyOptions(List<String> columns) {
        this.columns = columns;
    }

    ForeignKey key() {
        if (target == null) {
            throw new IllegalStateException("foreign key on " + columns + ": say .references(\"table\")");
        }
        return new ForeignKey(name, columns, TableName.of(targetSchema, target), targetColumns, onDelete, deferrable);
    }

    /** The referenced table, and its columns unless that is {@code id}. */
    public S references(String table, String... tableColumns) {
        target = table;
        targetColumns = tableColumns.length == 0 ? List.of("id") : List.of(tableColumns);
        return self();
    }

    public S targetSchema(String schema) {
        targetSchema = schema;
        return self();
    }

    public S name(String newName) {
        name = newName;
        return self();
    }

    public S onDelete(OnDelete action) {
        onDelete = action;
        return self();
    }

    /** Checked at commit: DEFERRABLE INITIALLY DEFERRED. */
    public S deferrable() {
        deferrable = true;
        return self();
    }
}
