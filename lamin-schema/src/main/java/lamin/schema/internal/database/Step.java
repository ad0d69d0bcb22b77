package lamin.schema.internal.database;

import static lamin.schema.internal.sql.SqlTokens.quote;

import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;
import org.jspecify.annotations.Nullable;

/** What a deploy does at once. */
public sealed interface Step {
    /** One statement. */
    record Sql(String statement) implements Step {}

    /** Java of the migration's author. */
    record Code(Class<? extends DataStep> step) implements Step {}

    /**
     * Counts what the next operation drops, as SQL of a migration may have moved something there since the plan was made.
     *
     * @param table as it is called then
     * @param column null when the whole table is dropped
     * @param name by which the drop is allowed
     */
    record Recount(TableName table, @Nullable String column, String name) implements Step {}

    /** A change of a table that takes more than a statement: {@link TableProcedures} carries it out. */
    sealed interface Procedure extends Step {}

    /** SQLite drops a table when nothing else in the database mentions it. */
    record Drop(TableName table) implements Procedure {}

    /** SQLite drops a column in place when no trigger mentions it. */
    record DropColumn(TableName table, String column) implements Procedure {
        public String sql() {
            return "ALTER TABLE " + quote(table.flat()) + " DROP COLUMN " + quote(column);
        }
    }

    /**
     * SQLite renames a table or column where no virtual table reads it by its name.
     *
     * @param column null when the table itself is renamed
     */
    record Rename(TableName table, @Nullable String column, String sql) implements Procedure {}

    /** SQLite rebuilds a table where ALTER TABLE cannot change it. */
    record Rebuild(TableRebuild rebuild) implements Procedure {}
}
