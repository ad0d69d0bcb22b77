package lamin.schema.internal.operation;

import java.util.List;
import lamin.schema.model.DefaultValue;
import org.jspecify.annotations.Nullable;

/** A change by an {@link Operation.ChangeRows} to the rows of its table. */
public sealed interface RowChange {
    /** One new row; columns that are not named take their defaults. */
    record Insert(List<ColumnValue> values) implements RowChange {
        public Insert {
            values = List.copyOf(values);
        }
    }

    /**
     * New values in existing rows.
     *
     * @param where SQL that both databases understand
     */
    record Update(List<ColumnValue> values, String where) implements RowChange {
        public Update {
            values = List.copyOf(values);
        }
    }

    /**
     * Deletes rows.
     *
     * @param where SQL that both databases understand
     */
    record Delete(String where) implements RowChange {}

    /** A value for a column; null is SQL's NULL. */
    record ColumnValue(String column, @Nullable DefaultValue value) {}
}
