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
     * SQLite drops the index of a unique constraint. Where another tool wrote the constraint into the table, there is no such
     * index, and the table is rebuilt.
     *
     * @param renewed the statement that makes the index again under another name; null where it is dropped
     */
    record DropUnique(
            TableName table, String index, @Nullable String renewed, TableRebuild rebuild) implements Procedure {
        public String sql() {
            return "DROP INDEX " + quote(index);
        }
    }

    /** SQLite rebuilds a table where ALTER TABLE cannot change it. */
    record Rebuild(TableRebuild rebuild) implements Procedure {}
}
