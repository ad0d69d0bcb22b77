package lamin.schema.deploy;

import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.plan.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What a migration would drop although it holds something.
 *
 * @param table as the database calls it before
 * @param column null when the whole table goes
 * @param rows the rows of the table, or those with a value in the column
 */
public record Loss(
        Script script,
        Direction direction,
        TableName table,
        @Nullable String column,
        long rows) {

    /** The name by which it is allowed: {@code table} or {@code table.column}. */
    public String name() {
        return column == null ? table.toString() : table + "." + column;
    }

    public String describe() {
        return direction.describe(script) + " drops " + (column == null ? "table " : "column ") + name()
                + ", which holds " + rows + (column == null ? " rows" : " values");
    }
}
