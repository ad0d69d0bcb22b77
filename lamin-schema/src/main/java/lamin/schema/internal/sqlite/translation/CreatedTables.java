package lamin.schema.internal.sqlite.translation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.CreateUniqueConstraint;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Tables that this migration created, whose statement can still be written otherwise: SQLite takes foreign keys to tables that
 * do not exist yet, so that two new tables may point to each other without a rebuild. What could see such a table, or give
 * another one its name, ends that.
 */
final class CreatedTables {
    private final Map<TableName, Integer> positions = new HashMap<>();
    private final List<Step> steps;

    CreatedTables(List<Step> steps) {
        this.steps = steps;
    }

    void see(Operation operation) {
        boolean onlyAdds = operation instanceof CreateTable
                || operation instanceof CreateIndex
                || operation instanceof CreateUniqueConstraint
                || operation instanceof CreateForeignKey
                || operation instanceof TableComment;
        if (!onlyAdds) {
            positions.clear();
        }
    }

    /** The next step is the statement that creates it. */
    void add(TableName table) {
        positions.put(table, steps.size());
    }

    boolean contains(TableName table) {
        return positions.containsKey(table);
    }

    /** Creates it like this. */
    void redefine(Table table) {
        steps.set(
                Objects.requireNonNull(positions.get(table.name())),
                new Step.Sql(SqliteSql.createTable(table, table.name().flat(), DeclaredForm.OURS)));
    }
}
