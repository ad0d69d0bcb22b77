/** SQLite. Start at {@link lamin.schema.internal.sqlite.SqliteSystem}. */
@NullMarked
package lamin.schema.internal.sqlite;

import org.jspecify.annotations.NullMarked;
