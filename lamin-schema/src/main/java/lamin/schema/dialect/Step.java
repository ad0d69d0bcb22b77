package lamin.schema.dialect;

import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;

/** What a deploy does at once. */
public sealed interface Step {
    /** One statement. */
    record Sql(String statement) implements Step {}

    /** SQLite drops a table when nothing else in the database mentions it. */
    record Drop(TableName table) implements Step {}

    /** Java of the migration's author. */
    record Code(Class<? extends DataStep> step) implements Step {}

    /** SQLite makes a table anew, because ALTER TABLE cannot change it so. */
    record Rebuild(TableRebuild rebuild) implements Step {}
}
