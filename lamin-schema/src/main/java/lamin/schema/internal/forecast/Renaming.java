package lamin.schema.internal.forecast;

import java.util.List;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.sql.Counted;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table or column that goes on under another name with what it holds.
 *
 * @param table as the database calls it before
 * @param column as the database calls it before; null for the whole table
 * @param newName of the table, or of the column
 * @param rows the rows of the table, or those with a value in the column
 * @param samples a few of the values, cut where they are long
 */
public record Renaming(
        Script script, TableName table, @Nullable String column, String newName, long rows, List<String> samples) {
    public Renaming {
        samples = List.copyOf(samples);
    }

    /** What is renamed: {@code table} or {@code table.column}. */
    public String name() {
        return column == null ? table.toString() : table + "." + column;
    }

    public String describe() {
        return name() + " becomes " + newName + " with its "
                + Counted.of(rows, column == null ? "row" : "value", samples);
    }
}
