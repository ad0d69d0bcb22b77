package lamin.schema.internal.database;

import static lamin.schema.internal.sql.SqlTokens.quote;

import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;
import org.jspecify.annotations.Nullable;

/** One unit of work of a deploy. */
public sealed interface Step {
    /** One statement. */
    record Sql(String statement) implements Step {}

    /** Custom Java of the migration. */
    record Code(Class<? extends DataStep> step) implements Step {}

    /**
     * Counts the contents of what the next operation drops: SQL of a migration may have moved values there since the plan was made.
     *
     * @param table under its name at that time
     * @param column null when the whole table is dropped
     * @param name the name that allows the drop
     */
    record Recount(TableName table, @Nullable String column, String name) implements Step {}

    /** A table change that needs more than one statement, carried out by {@link TableProcedures}. */
    sealed interface Procedure extends Step {}

    /** On SQLite, drops a table once nothing else in the database mentions it. */
    record Drop(TableName table) implements Procedure {}

    /** On SQLite, drops a column in place if no trigger mentions it. */
    record DropColumn(TableName table, String column) implements Procedure {
        public String sql() {
            return "ALTER TABLE " + quote(table.flat()) + " DROP COLUMN " + quote(column);
        }
    }

    /**
     * On SQLite, renames a table or column unless a virtual table reads it by name.
     *
     * @param column null when the table itself is renamed
     */
    record Rename(TableName table, @Nullable String column, String sql) implements Procedure {}

    /**
     * On SQLite, drops the index of a unique constraint. If another tool wrote the constraint into the table, there is no such
     * index, and the table is rebuilt.
     *
     * @param renewed the statement that creates the index again under another name; null if it is only dropped
     */
    record DropUnique(
            TableName table, String index, @Nullable String renewed, TableRebuild rebuild) implements Procedure {
        public String sql() {
            return "DROP INDEX " + quote(index);
        }
    }

    /** On SQLite, rebuilds a table where ALTER TABLE cannot change it. */
    record Rebuild(TableRebuild rebuild) implements Procedure {}
}
