package lamin.schema.internal.forecast;

import java.util.List;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.sql.Counted;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table or column that gets another name and keeps its contents.
 *
 * @param table its name in the database before the migration
 * @param column its name in the database before the migration; null for the whole table
 * @param newName the new name of the table or column
 * @param rows the rows of the table, or those with a value in the column
 * @param samples a few of the values, long ones truncated
 */
public record Renaming(
        Script script, TableName table, @Nullable String column, String newName, long rows, List<String> samples) {
    public Renaming {
        samples = List.copyOf(samples);
    }

    /** The renamed object: {@code table} or {@code table.column}. */
    public String name() {
        return column == null ? table.toString() : table + "." + column;
    }

    public String describe() {
        return name() + " becomes " + newName + " with its "
                + Counted.of(rows, column == null ? "row" : "value", samples);
    }
}
