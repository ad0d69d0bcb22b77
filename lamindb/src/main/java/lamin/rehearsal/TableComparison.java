package lamin.rehearsal;

import java.util.List;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table before and after a deploy.
 *
 * @param before its name, null for a new one
 * @param after its name, null for a dropped one
 * @param columns the columns that changed
 */
public record TableComparison(
        @Nullable TableName before,
        @Nullable TableName after,
        long rowsBefore,
        long rowsAfter,
        List<ColumnComparison> columns) {
    public TableComparison {
        columns = List.copyOf(columns);
    }

    public boolean isChanged() {
        return before == null || !before.equals(after) || rowsBefore != rowsAfter || !columns.isEmpty();
    }

    /** Its name; if the name changed, both names. */
    public String name() {
        if (before == null) {
            return "+ " + after;
        }
        if (after == null) {
            return "- " + before;
        }
        return before.equals(after) ? before.toString() : before + " -> " + after;
    }
}
