package lamin.schema.internal.forecast;

import java.util.List;
import lamin.schema.Facts;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;
import lamin.schema.internal.sql.Counted;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A non-empty table or column that a migration would drop.
 *
 * @param table its name in the database before the migration
 * @param column null if the whole table is dropped
 * @param rows the rows of the table, or those with a value in the column
 * @param samples a few of the values, long ones truncated
 */
public record Loss(
        Script script,
        Direction direction,
        TableName table,
        @Nullable String column,
        long rows,
        List<String> samples) {
    public Loss {
        samples = List.copyOf(samples);
    }

    /** The name that allows the drop: {@code table} or {@code table.column}. */
    public String name() {
        return column == null ? table.toString() : table + "." + column;
    }

    public String describe() {
        return direction.describe(script) + " drops " + (column == null ? "table " : "column ") + name()
                + ", which holds " + amount();
    }

    /** The non-empty tables and columns, and the migrations that drop them. */
    public static Facts facts(List<Loss> losses) {
        return Facts.of(
                        Facts.Kind.REVISION,
                        losses.stream().map(loss -> loss.script().revision()).toList())
                .and(
                        Facts.Kind.TABLE,
                        losses.stream().map(loss -> loss.table().toString()).toList())
                .and(
                        Facts.Kind.COLUMN,
                        losses.stream()
                                .filter(loss -> loss.column() != null)
                                .map(Loss::name)
                                .toList());
    }

    /** The number of rows, with examples. */
    public String amount() {
        return Counted.of(rows, column == null ? "row" : "value", samples);
    }
}
