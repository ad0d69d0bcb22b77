package lamin.schema.internal.database;

import static lamin.schema.internal.sql.SqlTokens.quote;

import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;

/** One unit of work of a deploy. */
public sealed interface Step {
    /** One statement. */
    record Sql(String statement) implements Step {}

    /** Custom Java of the migration. */
    record Code(Class<? extends DataStep> step) implements Step {}

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

    /** On SQLite, rebuilds a table where ALTER TABLE cannot change it. */
    record Rebuild(TableRebuild rebuild) implements Procedure {}
}
