package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.quote;

import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;

/** What a deploy does at once. */
public sealed interface Step {
    /** One statement. */
    record Sql(String statement) implements Step {}

    /** SQLite drops a table when nothing else in the database mentions it. */
    record Drop(TableName table) implements Step {}

    /** SQLite drops a column in place when no trigger mentions it. */
    record DropColumn(TableName table, String column) implements Step {
        public String sql() {
            return "ALTER TABLE " + quote(table.flat()) + " DROP COLUMN " + quote(column);
        }
    }

    /** Java of the migration's author. */
    record Code(Class<? extends DataStep> step) implements Step {}

    /** SQLite makes a table anew, because ALTER TABLE cannot change it so. */
    record Rebuild(TableRebuild rebuild) implements Step {}
}
