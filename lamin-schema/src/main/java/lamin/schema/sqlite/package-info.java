/** SQLite. Start at {@link lamin.schema.sqlite.SqliteSystem}. */
@NullMarked
package lamin.schema.sqlite;

import org.jspecify.annotations.NullMarked;
